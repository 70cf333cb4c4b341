package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.fake.openai.FakeOpenAi;
import io.switchboard.fake.openai.Script;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the staff hears of, in its channels on both platforms: once, and once more when it ends. */
class AlertsScenarioTest {
  private static final String AGAIN = "Try again";
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  @TempDir Path folder;
  private final DiscordStage discord = new DiscordStage();
  private final TelegramStage telegram = new TelegramStage();
  private final List<Stage> stages = List.of(discord, telegram);
  private Line line;

  @BeforeEach
  void open() {
    line = new Line(folder, discord).alsoOn(telegram);
  }

  @AfterEach
  void close() {
    try {
      assertThat(discord.violations()).isEmpty();
      assertThat(telegram.violations()).isEmpty();
    } finally {
      line.close();
      telegram.close();
    }
  }

  /** Nothing else is looked at than what is said. */
  private void start(String alerts) {
    line.start(
        "staff: {channels: [\"%s\", \"%s\"]}\nalerts: {%s}"
            .formatted(discord.staffChannel(), telegram.staffChannel(), alerts));
  }

  /** Both channels have been told these things, in this order, and nothing else. */
  private void told(String... things) {
    for (Stage stage : stages) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(stage.inStaff("Ada"))
                      .extracting(Stage.Seen::text)
                      .hasSize(things.length)
                      .zipSatisfy(List.of(things), (text, one) -> assertThat(text).contains(one)));
    }
  }

  private void ask(Stage stage, String who, String question) {
    stage.say(who, question);
    see(() -> stage.inPrivate(who), question, AGAIN);
  }

  @Test
  void aBudgetIsNearlySpentIsSpentAndHasRoomAgain() {
    start("budgets: [5/calendar day], queue: 0, disk: 0");
    for (String question : List.of("one", "two", "three")) {
      ask(discord, "Ben", question);
    }
    line.look();
    ask(telegram, "Cleo", "four");
    line.look();
    told("is nearly spent: 80%");
    ask(telegram, "Cleo", "five");
    line.look();
    told("is nearly spent: 80%", "is spent: 100%");
    line.restart();
    line.look();
    line.clock.step(Duration.ofDays(1));
    line.look();
    told("is nearly spent", "is spent", "has room again: 0%");
    line.look();
    told("is nearly spent", "is spent", "has room again: 0%");
  }

  @Test
  void anAccountRefusesItsKeyAndAnotherAnswersMeanwhile() {
    try (FakeOpenAi spare = FakeOpenAi.start()) {
      line.accounts(
          """

            - {name: main, baseUrl: "%s", apiKey: "%s", concurrency: 2, weight: 1000}
            - {name: spare, baseUrl: "%s", apiKey: "%s", concurrency: 2}
          """
              .formatted(line.account.baseUrl(), FakeOpenAi.KEY, spare.baseUrl(), FakeOpenAi.KEY));
      line.account.key("another");
      start("queue: 0, disk: 0");
      ask(discord, "Ben", "Is anybody there?");
      told("The account main refuses its key");
      ask(telegram, "Cleo", "For me too?");
      line.restart();
      ask(telegram, "Cleo", "And now?");
      line.account.key(FakeOpenAi.KEY);
      line.clock.step(Duration.ofMinutes(6));
      ask(discord, "Ben", "Once more?");
      told("The account main refuses its key", "The account main answers again");
      assertThat(line.account.answersFor("Once more?")).hasSize(1);
    }
  }

  @Test
  void tooManyWait() {
    line.account.when("long", Script.answer("word ".repeat(400)).pace(2, Duration.ofMillis(100)));
    start("queue: 3, disk: 0");
    for (String who : List.of("Ben", "Cleo", "Dan")) {
      discord.say(who, "long one");
      discord.say(who, "long two");
    }
    await().atMost(PATIENCE).until(() -> line.account.runningNow() == 2);
    // Who waits is told so; all six are there then.
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                List.of("Ben", "Cleo", "Dan").stream()
                        .flatMap(who -> discord.inPrivate(who).stream())
                        .count()
                    >= 6);
    line.look();
    told("The queue is long: 4 questions wait");
    line.look();
    for (String who : List.of("Ben", "Cleo", "Dan")) {
      discord.command(who, "stop", "");
      discord.command(who, "stop", "");
    }
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(
            () -> {
              line.look();
              assertThat(discord.inStaff("Ada").getLast().text())
                  .contains("The queue is short again");
            });
    told("The queue is long", "The queue is short again");
  }

  @Test
  void aPlatformIsAwayForFiveMinutes() {
    start("queue: 0, disk: 0");
    line.look();
    telegram.fake().down();
    // It knows of it a moment later; what it heard until then counts.
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> {
              line.clock.step(Duration.ofMinutes(2));
              line.look();
              return !discord.inStaff("Ada").isEmpty();
            });
    assertThat(discord.inStaff("Ada").getFirst().text()).contains("Telegram cannot be reached");
    telegram.fake().up();
    telegram.awaitBot();
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> {
              line.clock.step(Duration.ofMinutes(1));
              line.look();
              return telegram.inStaff("Ada").size() >= 2;
            });
    // There they read it when they can.
    told("Telegram cannot be reached", "Telegram can be reached again");
  }

  @Test
  void theDiskIsNearlyFull() {
    start("queue: 0, disk: 1");
    line.look();
    told("The disk of ");
    line.look();
    line.restart();
    line.look();
    told("The disk of ");
  }
}
