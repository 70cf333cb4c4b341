package io.switchboard.app;

import static org.awaitility.Awaitility.await;

import io.switchboard.crash.QuickStart;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The program as somebody starts it from a shell, and all that it prints. */
final class Program implements AutoCloseable {
  private static final String JAVA = Path.of("bin", "java").toString();

  private final Process process;
  private final Path output;

  private Program(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Starts it in that folder, with nothing in its environment but this. */
  static Program start(Path folder, Map<String, String> environment, List<String> command) {
    try {
      Path output = Files.createTempFile("switchboard-", ".log");
      output.toFile().deleteOnExit();
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      return new Program(builder.start(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The command that starts the program itself, on this JDK. */
  static List<String> main(String... arguments) {
    List<String> command =
        new ArrayList<>(List.of(Path.of(System.getProperty("java.home")).resolve(JAVA).toString()));
    command.addAll(QuickStart.options());
    command.add("io.switchboard.app.Main");
    command.addAll(List.of(arguments));
    return command;
  }

  /** The command that starts a class of the program on some JDK. */
  static List<String> command(Path home, List<String> options, String type, String... arguments) {
    List<String> command = new ArrayList<>(List.of(home.resolve(JAVA).toString()));
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(), "io.switchboard.app." + type));
    command.addAll(List.of(arguments));
    return command;
  }

  /** Without the tests' own classes, whose settings keep the log quiet. */
  private static String classPath() {
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Arrays.stream(all.split(File.pathSeparator))
        .filter(entry -> !entry.endsWith("test-classes"))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Waits for the line that says it is ready. */
  Program awaitReady() {
    await()
        .atMost(Duration.ofMinutes(4))
        .until(() -> !process.isAlive() || output().contains("ready in"));
    if (!process.isAlive()) {
      throw new IllegalStateException("it ended by itself:\n" + output());
    }
    return this;
  }

  /** Waits for its end; its exit code. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(4, TimeUnit.MINUTES)) {
      throw new IllegalStateException("it does not end:\n" + output());
    }
    return process.exitValue();
  }

  /** What it has printed, to both outputs. */
  String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Process process() {
    return process;
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().join();
  }
}
