package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.fake.openai.Script;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clock is set by hours while people ask: nobody waits for them, nobody is answered twice. */
class ClockTroubleTest {
  private static final Duration HOURS = Duration.ofHours(5);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String AGAIN = "Try again";

  @TempDir Path folder;
  private final TelegramStage telegram = new TelegramStage();
  private Line line;

  @BeforeEach
  void start() {
    line = new Line(folder, telegram);
    line.account.when(
        "long story",
        Script.answer("Once upon a time. ".repeat(60) + "The end.")
            .pace(40, Duration.ofMillis(80)));
    line.start("");
  }

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void setBackWhileTheAccountIsBusy() {
    askWhileBusy("Are you busy?");
    line.clock.step(HOURS.negated());
    seeOnce("Are you busy?");
  }

  @Test
  void setBackWhileNobodyRuns() {
    askWhileBusy("Are you busy?");
    line.stop();
    line.clock.step(HOURS.negated());
    line.startAgain();
    seeOnce("Are you busy?");
  }

  @Test
  void setBackADayWhileNobodyRunsNobodyWaitsADayForALimitOfAnHour() {
    line.stop();
    line.write("limits: {default: {requests: [1/hour]}}");
    line.startAgain();
    telegram.say("Ben", "First of all");
    see(() -> telegram.inPrivate("Ben"), "First of all", AGAIN);
    line.stop();
    line.clock.step(Duration.ofDays(-1));
    line.startAgain();
    telegram.say("Ben", "Too much");
    see(() -> telegram.inPrivate("Ben"), "used up");
    line.clock.step(Duration.ofMinutes(61));
    telegram.say("Ben", "An hour later");
    see(() -> telegram.inPrivate("Ben"), "An hour later", AGAIN);
  }

  @Test
  void setForwardAndBackInTheMiddleOfAnAnswer() {
    telegram.say("Ben", "Tell me a long story");
    see(() -> telegram.inPrivate("Ben"), "Once upon");
    line.clock.step(HOURS);
    telegram.say("Cleo", "In between");
    see(() -> telegram.inPrivate("Cleo"), "In between", AGAIN);
    line.clock.step(HOURS.negated());
    telegram.say("Dan", "Afterwards");
    see(() -> telegram.inPrivate("Dan"), "Afterwards", AGAIN);
    see(() -> telegram.inPrivate("Ben"), "The end.", AGAIN);
    assertThat(telegram.inPrivate("Ben")).filteredOn(m -> m.text().contains("The end.")).hasSize(1);
    assertThat(line.account.answersFor("long story")).hasSize(1);
    telegram.deliverAgain();
    telegram.say("Cleo", "And last");
    see(() -> telegram.inPrivate("Cleo"), "And last", AGAIN);
    assertThat(line.account.answersFor("Afterwards")).hasSize(1);
  }

  /** The account has refused it, and it waits for its time. */
  private void askWhileBusy(String question) {
    line.account.next(Script.busy(3));
    telegram.say("Ben", question);
    await().atMost(PATIENCE).until(() -> !line.account.answersFor(question).isEmpty());
  }

  private void seeOnce(String question) {
    await(question)
        .atMost(PATIENCE)
        .until(() -> telegram.inPrivate("Ben").stream().anyMatch(m -> m.buttons().contains(AGAIN)));
    assertThat(telegram.inPrivate("Ben")).filteredOn(m -> m.text().contains(question)).hasSize(1);
  }
}
