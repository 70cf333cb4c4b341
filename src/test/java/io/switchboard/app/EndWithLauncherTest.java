package io.switchboard.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over a real process: whoever kills the launcher has killed the program. */
class EndWithLauncherTest {
  @TempDir Path folder;
  private Program program;

  @AfterEach
  void close() {
    if (program != null) {
      program.close();
    }
  }

  @Test
  void itEndsWhenItsLauncherDies() throws Exception {
    start("-Dswitchboard.launched=true");
    assertThat(program.exitCode()).isEqualTo(137);
  }

  @Test
  void startedByItselfItNeedsNobodyAtItsInput() throws Exception {
    start("-Dswitchboard.launched=false");
    assertThat(program.process().waitFor(1, TimeUnit.SECONDS)).isFalse();
    program.process().destroy();
    assertThat(program.exitCode()).isEqualTo(143);
    assertThat(program.output()).contains("stopped");
  }

  private void start(String option) throws IOException {
    List<String> command = Program.main();
    command.add(1, option);
    program = Program.start(folder, Map.of("SWITCHBOARD_PORT", "0"), command).awaitReady();
    program.process().getOutputStream().close();
  }
}
