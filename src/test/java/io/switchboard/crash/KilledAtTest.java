package io.switchboard.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.crash.Crowd.Moment;
import io.switchboard.db.TestDatabases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The real process, killed at each point that the queue and the answers name in their descriptions:
 * when the platform has carried out a call and its answer is still on the way, which chance seldom
 * finds, and when the account has been asked and has said nothing yet.
 */
@Execution(ExecutionMode.CONCURRENT)
class KilledAtTest {
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  /** Nobody waits, while what came before is still looked for, behind a note that is edited. */
  private static final int AT_ONCE = 8;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  /** Somebody asks for such an answer; the kill comes with the first such call that says that. */
  private record Point(Moment moment, String kind, String says) {}

  @Test
  void onTelegram() {
    Crowd crowd = new TelegramCrowd(5, false);
    try (Life life = life(crowd, AT_ONCE)) {
      atCalls(
          life,
          crowd,
          new Point(Moment.SEND, "", "END"),
          new Point(Moment.SEND, " fast", "END"),
          new Point(Moment.SEND, " long", "BEGIN"),
          new Point(Moment.SEND, " slow", "BEGIN"),
          new Point(Moment.EDIT, " slow", "END"));
      // A kill that comes while it is looked for what was sent before leaves the sign of that.
      assertThat(life.leftBehind()).hasSizeLessThanOrEqualTo(3).allMatch(m -> m.endsWith(": …"));
    }
  }

  @Test
  void onDiscord() {
    Crowd crowd = new DiscordCrowd(4);
    try (Life life = life(crowd, AT_ONCE)) {
      atCalls(
          life,
          crowd,
          new Point(Moment.SEND, " slow", "BEGIN"),
          new Point(Moment.EDIT, " slow", "END"),
          new Point(Moment.SEND, " fast", "END"),
          new Point(Moment.SEND, " long", "BEGIN"));
      assertThat(life.leftBehind()).isEmpty();
    }
  }

  @Test
  void whenTheAccountHasSaidNothingYet() {
    for (Crowd crowd : List.of(new TelegramCrowd(1, false), new DiscordCrowd(1))) {
      try (Life life = life(crowd)) {
        SwitchboardProcess process = listening(life, crowd);
        String word = life.ask(crowd, 0, " slow");
        await().atMost(PATIENCE).until(() -> !life.account.answersFor(word).isEmpty());
        process.kill();
        listening(life, crowd);
        assertThat(life.wrongInTheEnd(PATIENCE)).isEmpty();
        assertThat(life.leftBehind()).isEmpty();
      }
    }
  }

  @Test
  void whenTheNoteOfAWaitingRequestIsOnItsWay() {
    for (Crowd crowd : List.of(new TelegramCrowd(4, false), new DiscordCrowd(4))) {
      try (Life life = life(crowd)) {
        SwitchboardProcess victim = listening(life, crowd);
        crowd.atCall(Moment.SEND, "Cancel", victim::kill);
        for (int person = 0; person < 4; person++) {
          life.ask(crowd, person, " slow");
        }
        await().atMost(PATIENCE).until(() -> !victim.isAlive());
        listening(life, crowd);
        assertThat(life.wrongInTheEnd(PATIENCE)).isEmpty();
        // Nobody can know that those under way arrived; their button says that it is over.
        assertThat(life.withButton("Cancel")).hasSizeLessThanOrEqualTo(3);
      }
    }
  }

  private void atCalls(Life life, Crowd crowd, Point... points) {
    SwitchboardProcess process = listening(life, crowd);
    int person = 0;
    for (Point point : points) {
      SwitchboardProcess victim = process;
      crowd.atCall(point.moment, point.says, victim::kill);
      life.ask(crowd, person++, point.kind); // whoever asks again is told to wait first
      await("the kill at " + point).atMost(PATIENCE).until(() -> !victim.isAlive());
      process = listening(life, crowd);
      assertThat(life.wrongInTheEnd(PATIENCE)).as("after %s", point).isEmpty();
    }
  }

  private static SwitchboardProcess listening(Life life, Crowd crowd) {
    SwitchboardProcess process = life.start();
    process.awaitReady();
    await().atMost(PATIENCE).until(crowd::listening);
    return process;
  }

  private int lives;

  private Life life(Crowd crowd) {
    return life(crowd, 2);
  }

  private Life life(Crowd crowd, int concurrency) {
    Path home = folder.resolve("life" + ++lives);
    return new Life(
        home,
        TestDatabases.h2(home.resolve("data/switchboard")),
        concurrency,
        new ArrayList<>(List.of(crowd)));
  }
}
