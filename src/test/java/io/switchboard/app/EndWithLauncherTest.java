package io.switchboard.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over a real process: whoever kills the launcher has killed the program. */
class EndWithLauncherTest {
  @TempDir Path folder;
  private Process program;

  @AfterEach
  void close() {
    if (program != null) {
      program.destroyForcibly().onExit().join();
    }
  }

  @Test
  void itEndsWhenItsLauncherDies() throws Exception {
    start("-Dswitchboard.launched=true");
    assertThat(program.waitFor(5, TimeUnit.SECONDS)).isTrue();
    assertThat(program.exitValue()).isEqualTo(137);
  }

  @Test
  void startedByItselfItNeedsNobodyAtItsInput() throws Exception {
    start("-Dswitchboard.launched=false");
    assertThat(program.waitFor(1, TimeUnit.SECONDS)).isFalse();
    program.destroy();
    assertThat(program.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(folder.resolve("log"))).contains("stopped");
  }

  private void start(String option) throws IOException {
    Path log = folder.resolve("log");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            option,
            "-cp",
            classPath(),
            "io.switchboard.app.Main");
    builder.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("SWITCHBOARD_PORT", "0");
    program = builder.start();
    await().atMost(Duration.ofSeconds(60)).until(() -> Files.readString(log).contains("ready in"));
    program.getOutputStream().close();
  }

  /** Without the tests' own classes, whose settings keep the log quiet. */
  private static String classPath() {
    String separator = System.getProperty("path.separator");
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Arrays.stream(all.split(separator))
        .filter(entry -> !entry.endsWith("test-classes"))
        .collect(Collectors.joining(separator));
  }
}
