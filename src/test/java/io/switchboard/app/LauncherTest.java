package io.switchboard.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Started on an old java, where one is installed, the program runs on the new one beside it. */
class LauncherTest {
  private static final Path NEW = Path.of(System.getProperty("java.home"));

  @TempDir Path folder;
  private final List<Program> programs = new ArrayList<>();

  @AfterEach
  void close() {
    programs.forEach(Program::close);
  }

  @Test
  void anOldJavaFindsTheNewOne() throws Exception {
    Program version = launch(oldJava(), Map.of("JAVA25_HOME", NEW.toString()), "version");
    assertThat(version.exitCode()).isZero();
    assertThat(version.output()).startsWith("switchboard ");
  }

  @Test
  void theExitCodeAndTheMessageComeThrough() throws Exception {
    Program wrong = launch(oldJava(), Map.of("JAVA25_HOME", NEW.toString()), "rnu");
    assertThat(wrong.exitCode()).isEqualTo(64);
    assertThat(wrong.output()).contains("rnu");
  }

  @Test
  void withoutANewJavaItSaysInALineWhatIsMissing() throws Exception {
    Program none = launch(oldJava(), Map.of("JAVA_HOME", oldJava().toString()), "version");
    assertThat(none.exitCode()).isEqualTo(64);
    assertThat(none.output().strip()).contains("JDK 25", "JAVA_HOME").doesNotContain("\n");
  }

  @Test
  void onTheNewJavaThereIsOnlyOneProcess() {
    Program program = launch(NEW, Map.of()).awaitReady();
    assertThat(program.process().descendants()).isEmpty();
  }

  @Test
  void toldToStopItStopsTheProgramAndWaitsForIt() throws Exception {
    Program launcher = launch(oldJava(), Map.of("JAVA25_HOME", NEW.toString())).awaitReady();
    ProcessHandle program = launcher.process().descendants().findFirst().orElseThrow();
    launcher.process().destroy();
    assertThat(launcher.exitCode()).isEqualTo(143);
    assertThat(program.isAlive()).isFalse();
    assertThat(launcher.output()).contains("stopped");
  }

  @Test
  void killedItLeavesNoOrphan() throws Exception {
    Program launcher = launch(oldJava(), Map.of("JAVA25_HOME", NEW.toString())).awaitReady();
    ProcessHandle program = launcher.process().descendants().findFirst().orElseThrow();
    launcher.process().destroyForcibly();
    await().atMost(Duration.ofMinutes(4)).until(() -> !program.isAlive());
  }

  /** Looks for other JDKs only in an empty folder. */
  private Program launch(Path java, Map<String, String> environment, String... arguments) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("SWITCHBOARD_PORT", "0");
    List<String> options = List.of("-Dswitchboard.jdks=" + folder);
    Program program =
        Program.start(folder, all, Program.command(java, options, "Launcher", arguments));
    programs.add(program);
    return program;
  }

  private static Path oldJava() throws IOException {
    Optional<Path> old = Optional.empty();
    Path installed = Path.of("/usr/lib/jvm");
    if (Files.isDirectory(installed)) {
      try (Stream<Path> homes = Files.list(installed)) {
        old = homes.filter(LauncherTest::isOld).findFirst();
      }
    }
    assumeTrue(old.isPresent(), "no older java is installed");
    return old.orElseThrow();
  }

  private static boolean isOld(Path home) {
    Path release = home.resolve("release");
    try {
      return Files.isExecutable(home.resolve("bin/java"))
          && Files.exists(release)
          && Files.readString(release).matches("(?s).*JAVA_VERSION=\"(1\\.8|11|17|21)[.\"].*");
    } catch (IOException unreadable) {
      return false;
    }
  }
}
