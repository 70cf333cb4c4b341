package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.fake.openai.Script;
import io.switchboard.scenario.Stage.Seen;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ben on Discord and Ben on Telegram are one member with one history, one quota, and its links. */
class LinkOverPlatformsTest {
  private static final String AGAIN = "Try again";
  private static final String YES = "Yes, all of them are mine";

  @TempDir Path folder;
  private final DiscordStage discord = new DiscordStage();
  private final TelegramStage telegram = new TelegramStage();
  private Line line;

  @BeforeEach
  void open() {
    line = new Line(folder, telegram);
    line.start(discord.yaml() + "\nlimits: {default: {requests: [4/hour]}}");
    discord.awaitBot();
    telegram.command("Ada", "member", "allow " + discord.id("Ben"));
    see(() -> telegram.inPrivate("Ada"), "is let in");
  }

  @AfterEach
  void close() {
    line.close();
    discord.close();
  }

  private String code(Stage stage) {
    Seen seen =
        Line.next(
            () -> stage.inPrivate("Ben"),
            "To be one member",
            () -> stage.command("Ben", "link", ""));
    Matcher code = Pattern.compile("/link ([A-Z2-9]{12})").matcher(seen.text());
    assertThat(code.find()).isTrue();
    return code.group(1);
  }

  private void link() {
    String code = code(telegram);
    discord.command("Ben", "link", code);
    Seen sure = see(() -> discord.inPrivate("Ben"), "roles and rights", YES);
    assertThat(sure.text()).contains(telegram.id("Ben")).contains(discord.id("Ben"));
    discord.press("Ben", sure, YES);
    see(() -> discord.inPrivate("Ben"), "These accounts are one member now");
  }

  @Test
  void historyLimitsAndLinksAreOneAndPartAgainWithoutAFreshQuota() {
    discord.say("Ben", "Asked on Discord");
    see(() -> discord.inPrivate("Ben"), "Asked on Discord", AGAIN);
    discord.command("Ben", "share", "24h");
    discord.press("Ben", see(() -> discord.inPrivate("Ben"), "Nothing is shared yet"), "Share");
    see(() -> discord.inPrivate("Ben"), "The link ends:", "End this link");
    telegram.say("Ben", "Asked on Telegram");
    see(() -> telegram.inPrivate("Ben"), "Asked on Telegram", AGAIN);
    link();
    for (Stage stage : new Stage[] {telegram, discord}) {
      stage.command("Ben", "conversations", "");
      Seen list = see(() -> stage.inPrivate("Ben"), "The last used come first");
      assertThat(list.text()).contains("Asked on Discord", "Asked on Telegram");
      stage.command("Ben", "usage", "");
      see(() -> stage.inPrivate("Ben"), "2 of 4 questions per hour");
      stage.command("Ben", "shares", "");
      see(() -> stage.inPrivate("Ben"), "one live link");
    }
    discord.say("Ben", "Third");
    see(() -> discord.inPrivate("Ben"), "Third", AGAIN);
    telegram.say("Ben", "Fourth");
    see(() -> telegram.inPrivate("Ben"), "Fourth", AGAIN);
    discord.say("Ben", "Fifth");
    see(() -> discord.inPrivate("Ben"), "used up your 4 questions per hour");
    telegram.command("Ben", "link", "remove " + discord.id("Ben"));
    see(() -> telegram.inPrivate("Ben"), "is on its own again");
    Line.next(
        () -> discord.inPrivate("Ben"),
        "used up your 4 questions per hour",
        () -> discord.say("Ben", "Sixth"));
    assertThat(line.account.answersFor("Sixth")).isEmpty();
  }

  @Test
  void whatIsAskedAndAnsweredWhileTheyBecomeOneIsWholeAndCountedOnce() {
    line.account.when("slow", Script.answer("word ".repeat(40)).pace(10, Duration.ofMillis(200)));
    discord.say("Ben", "slow on Discord");
    see(() -> discord.inPrivate("Ben"), "word word");
    discord.say("Ben", "waits on Discord");
    telegram.say("Ben", "slow on Telegram");
    link();
    see(() -> discord.inPrivate("Ben"), "waits on Discord", AGAIN);
    see(() -> telegram.inPrivate("Ben"), "word", AGAIN);
    telegram.command("Ben", "usage", "");
    see(() -> telegram.inPrivate("Ben"), "3 of 4 questions per hour");
    telegram.command("Ben", "conversations", "");
    Seen list = see(() -> telegram.inPrivate("Ben"), "The last used come first");
    assertThat(list.text()).contains("slow on Discord", "slow on Telegram");
    assertThat(line.account.answersFor("waits on Discord")).hasSize(1);
  }

  @Test
  void codesAreGuessedReusedAndLateInVain() {
    String code = code(telegram);
    telegram.command("Cleo", "link", code);
    see(() -> telegram.inPrivate("Cleo"), "roles and rights", YES);
    for (String guess : new String[] {"AAAAAAAAAAAA", "1", code.substring(1), "' or 1=1"}) {
      Line.next(
          () -> discord.inPrivate("Ben"),
          "does not exist, is over or was used",
          () -> discord.command("Ben", "link", guess));
    }
    line.clock.step(Duration.ofMinutes(16));
    Seen late = see(() -> telegram.inPrivate("Cleo"), "roles and rights", YES);
    telegram.press("Cleo", late, YES);
    see(() -> telegram.inPrivate("Cleo"), "is over or was used");
    discord.command("Ben", "link", code);
    discord.command("Ben", "link", code(telegram));
    see(() -> discord.inPrivate("Ben"), "Too many wrong codes");
    line.clock.step(Duration.ofHours(2));
    link();
    Line.next(
        () -> discord.inPrivate("Ben"),
        "does not exist, is over or was used",
        () -> discord.command("Ben", "link", code));
  }
}
