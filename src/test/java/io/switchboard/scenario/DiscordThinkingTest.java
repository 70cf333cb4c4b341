package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.fake.discord.Shown;
import io.switchboard.fake.openai.Script;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was asked by a command shows the bot as thinking, until something is said in its place. */
class DiscordThinkingTest {
  @TempDir Path folder;
  private final DiscordStage stage = new DiscordStage();
  private Line line;

  @BeforeEach
  void start() {
    line = new Line(folder, stage).start("limits: {default: {running: 2}}");
  }

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void whatIsStoppedBeforeItsFirstTextThinksNoMore() {
    line.account.next(Script.silent());
    stage.command("Ben", "ask", "anything?");
    await().until(() -> line.account.runningNow() == 1);
    stage.command("Ben", "stop", "");
    see(() -> stage.inPrivate("Ben"), "Stopped.", "Try again");
    assertNobodyThinks();
  }

  @Test
  void whatTakesLongCanBeStoppedByAButton() {
    line.account.next(Script.silent());
    stage.command("Ben", "ask", "anything?");
    stage.press("Ben", see(() -> stage.inPrivate("Ben"), "…", "Stop"), "Stop");
    see(() -> stage.inPrivate("Ben"), "Stopped.", "Try again");
    assertThat(stage.inPrivate("Ben")).hasSize(1);
    assertNobodyThinks();
  }

  @Test
  void whatWasAskedBeforeALongStandstillIsAnsweredBelow() {
    line.account.next(Script.silent());
    stage.command("Ben", "ask", "anything?");
    await().until(() -> line.account.runningNow() == 1);
    line.stop();
    stage.fake().advance(Duration.ofMinutes(16));
    line.clock.step(Duration.ofMinutes(16));
    line.startAgain();
    see(() -> stage.inPrivate("Ben"), "Answer to: anything?", "Try again");
    await().until(() -> stage.inPrivate("Ben").size() == 1);
    assertNobodyThinks();
  }

  @Test
  void whatIsTakenBackWhileItWaitsThinksNoMore() {
    line.account.next(Script.silent(), Script.silent());
    stage.command("Ben", "ask", "one?");
    stage.command("Cleo", "ask", "two?");
    await().until(() -> line.account.runningNow() == 2);
    stage.command("Dan", "ask", "three?");
    Stage.Seen note = see(() -> stage.inPrivate("Dan"), "next in line", "Cancel");
    stage.press("Dan", note, "Cancel");
    see(() -> stage.inPrivate("Dan"), "taken this question back");
    stage.command("Ben", "stop", "");
    stage.command("Cleo", "stop", "");
    see(() -> stage.inPrivate("Cleo"), "Stopped.", "Try again");
    see(() -> stage.inPrivate("Ben"), "Stopped.", "Try again");
    assertNobodyThinks();
  }

  private void assertNobodyThinks() {
    for (String person : new String[] {"Ben", "Cleo", "Dan"}) {
      // A command's own reply may come a moment after the answer that it ended.
      await()
          .untilAsserted(
              () ->
                  assertThat(stage.inPrivate(person))
                      .noneMatch(m -> ((Shown) m.message()).thinking()));
    }
    assertThat(stage.violations()).isEmpty();
  }
}
