package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.scenario.Stage.Seen;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A Discord channel and a Telegram group that are linked, with the same people in both. */
class LinkedPlacesScenarioTest extends Play {
  private final DiscordStage discord = new DiscordStage();

  @Override
  Stage stage() {
    return new TelegramStage();
  }

  @AfterEach
  void closeDiscord() {
    try {
      assertThat(discord.violations()).isEmpty();
    } finally {
      discord.close();
    }
  }

  private List<Seen> there() {
    return discord.inGroup("Ben");
  }

  private List<Seen> here() {
    return stage.inGroup("Ben");
  }

  private void link() {
    line.alsoOn(discord).start("limits: {default: {requests: []}}");
    discord.commandInGroup("Ada", "conversation", "link");
    stage.commandInGroup("Ada", "conversation", "link " + code());
    see(this::here, "This place is linked with Discord · friends");
    see(this::there, "This place is linked with Telegram · Friends");
  }

  private String code() {
    Seen offered = see(() -> discord.inGroup("Ada"), "/conversation link ");
    return offered.text().replaceAll("(?s).*/conversation link ([A-Z0-9]{12}).*", "$1");
  }

  private String asked(String question) {
    return line.account.answersFor(question).getLast().request().toString();
  }

  private static long count(Supplier<List<Seen>> where, String text) {
    return where.get().stream().filter(m -> m.text().contains(text)).count();
  }

  @Test
  void eachSeesWhatIsAskedAndAnsweredInTheOther() {
    link();
    discord.sayInGroup("Ben", "I like tea, @Cleo.");
    see(this::there, "I like tea", AGAIN);
    Seen question = see(this::here, "Ben · Discord · friends");
    assertThat(question.text()).contains("I like tea, @\u200BCleo.");
    Seen copy = see(this::here, "↳ Ben:", AGAIN);
    stage.sayInGroup("Cleo", "Who likes tea?");
    see(this::here, "Who likes tea?", AGAIN);
    await().until(() -> count(this::there, " · Telegram · Friends") == 1);
    see(this::there, "↳ ", AGAIN);
    assertThat(asked("Who likes tea?"))
        .contains("Ben: I like tea")
        .contains("Cleo: Who likes tea?");

    line.restart();
    stage.reply("Cleo", copy, "And honey?");
    see(this::here, "And honey?", AGAIN);
    assertThat(asked("And honey?")).contains("I like tea").doesNotContain("Who likes tea?");
    see(this::there, "And honey?", AGAIN);
    assertThat(count(this::here, "↳ Ben:")).isEqualTo(1);
    assertThat(count(this::here, "Ben · Discord")).isEqualTo(1);
    assertThat(count(this::there, " · Telegram · Friends")).isEqualTo(2);
  }

  @Test
  void editsAndDeletionsAreCarriedOver() {
    link();
    discord.sayInGroup("Ben", "What is a gruop?");
    see(this::there, "What is a gruop?", AGAIN);
    see(this::here, "↳ Ben:", AGAIN);
    discord.edit("Ben", "What is a group?");
    see(this::there, "What is a group?", AGAIN);
    await().until(() -> count(this::here, "What is a group?") == 2);
    assertThat(here().stream().filter(m -> m.text().contains("Ben · Discord")))
        .singleElement()
        .matches(m -> m.text().contains("What is a group?"));
    discord.deleteLast("Ben");
    line.clock.step(Duration.ofSeconds(5));
    await().until(() -> count(this::here, "Ben · Discord") == 0);
  }

  @Test
  void onePlatformThatIsDownKeepsTheOtherFromNothing() {
    link();
    ((TelegramStage) stage).fake().down();
    discord.sayInGroup("Ben", "Anybody there?");
    see(this::there, "Anybody there?", AGAIN);
    ((TelegramStage) stage).fake().up();
    await().atMost(Duration.ofMinutes(4)).until(() -> count(this::here, "↳ Ben:") == 1);
    assertThat(count(this::here, "Ben · Discord")).isEqualTo(1);
  }

  @Test
  void whoIsForgottenOnTheWayDoesNotArrive() {
    link();
    TelegramStage telegram = (TelegramStage) stage;
    telegram.fake().throttleNext(telegram.group(), 6);
    discord.sayInGroup("Ben", "My secret is a plum.");
    see(this::there, "a plum", AGAIN);
    discord.command("Ben", "forgetme", "");
    Seen sure = see(() -> discord.inPrivate("Ben"), "Everything of yours would go");
    discord.press("Ben", sure, "Yes, forget me");
    see(() -> discord.inPrivate("Ben"), "you are forgotten");
    discord.sayInGroup("Cleo", "What is a pear?");
    see(this::there, "What is a pear?", AGAIN);
    see(this::here, "↳ Cleo:", AGAIN);
    await().until(() -> count(this::here, "plum") == 0);
    await().until(() -> count(this::there, "plum") == 0);
  }

  @Test
  void filesComeAlong() {
    link();
    discord.sendInGroup("Ben", "What is in it?", "notes.txt", "a pear".getBytes());
    see(this::there, "What is in it?", AGAIN);
    Seen file = see(this::here, "📎 notes.txt");
    assertThat(stage.files(file)).containsExactly("notes.txt");
  }

  @Test
  void itEndsAsItBegan() {
    link();
    stage.commandInGroup("Ada", "new", "");
    see(this::there, "A new conversation begins here and in Telegram · Friends");
    stage.commandInGroup("Ben", "conversation", "unlink");
    see(this::here, "for admins");
    stage.commandInGroup("Ada", "conversation", "unlink");
    see(this::here, "no longer linked with Discord");
    see(this::there, "no longer linked with Telegram");
    discord.sayInGroup("Ben", "Am I alone?");
    see(this::there, "Am I alone?", AGAIN);
    stage.sayInGroup("Cleo", "So am I.");
    see(this::here, "So am I.", AGAIN);
    assertThat(count(this::here, "Ben · Discord")).isZero();
    assertThat(asked("So am I.")).doesNotContain("Am I alone?");
  }

  @Test
  void aCodeIsGoodOnceAndInAnotherPlaceOnly() {
    line.alsoOn(discord).start("");
    discord.commandInGroup("Ada", "conversation", "link");
    String code = code();
    discord.commandInGroup("Ada", "conversation", "link " + code);
    see(() -> discord.inGroup("Ada"), "Enter it in the other place");
    stage.command("Ada", "conversation", "link " + code);
    see(() -> stage.inPrivate("Ada"), "A private chat is always yours alone");
    stage.commandInGroup("Ada", "conversation", "link ABCDEFGHJKLM");
    see(this::here, "This code is not good");
    line.clock.step(Duration.ofMinutes(16));
    stage.commandInGroup("Ada", "conversation", "link " + code);
    await().until(() -> count(this::here, "This code is not good") == 2);
  }
}
