package io.switchboard.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The program as a process of its own, to be killed. */
public final class SwitchboardProcess implements AutoCloseable {
  private static final String MAIN = "io.switchboard.app.Main";

  private final Process process;
  private final Path output;

  private SwitchboardProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Starts the program with the switchboard.yaml in that folder, which is also where it works. */
  public static SwitchboardProcess start(Path folder, Map<String, String> environment) {
    return start(folder, environment, QuickStart.options(), MAIN);
  }

  /** The same with other options of the JVM. */
  public static SwitchboardProcess start(
      Path folder, Map<String, String> environment, List<String> options) {
    return start(folder, environment, QuickStart.with(options), MAIN);
  }

  /** The same with these options of the JVM and no others, the class path among them. */
  static SwitchboardProcess startWith(
      Path folder, Map<String, String> environment, List<String> options) {
    return start(folder, environment, options, MAIN);
  }

  /** The same with a main class of the tests. */
  static SwitchboardProcess start(Path folder, Map<String, String> environment, Class<?> program) {
    return start(folder, environment, QuickStart.optionsWithTests(), program.getName());
  }

  /** The same by way of another program, which is told all this and becomes it. */
  static SwitchboardProcess startBy(
      List<String> program, Path folder, Map<String, String> environment) {
    return start(program, folder, environment, QuickStart.options(), MAIN);
  }

  private static SwitchboardProcess start(
      Path folder, Map<String, String> environment, List<String> options, String main) {
    return start(List.of(), folder, environment, options, main);
  }

  private static SwitchboardProcess start(
      List<String> program,
      Path folder,
      Map<String, String> environment,
      List<String> options,
      String main) {
    try {
      Path output = Files.createTempFile(folder, "output-", ".log");
      List<String> command = new ArrayList<>(program);
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(options);
      command.addAll(List.of(main, "--config", folder.toString()));
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().putAll(environment);
      return new SwitchboardProcess(builder.start(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the line that says it is ready; its address. */
  public String awaitReady() {
    Awaitility.await()
        .atMost(4, TimeUnit.MINUTES)
        .until(() -> !process.isAlive() || output().contains("ready in"));
    if (!process.isAlive()) {
      throw new IllegalStateException("it ended by itself:\n" + output());
    }
    String line = output().lines().filter(l -> l.contains("ready in")).findFirst().orElseThrow();
    return line.substring(line.indexOf("http"));
  }

  /** What it has printed. */
  public String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets it live for so long; it must not end by itself. */
  public void mustLive(Duration duration) {
    try {
      if (process.waitFor(duration)) {
        throw new IllegalStateException("it ended by itself:\n" + output());
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Its resident memory, as the operating system counts it (Linux). */
  public long residentBytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
        .findFirst()
        .orElseThrow();
  }

  /** The bytes of its heap that are in use after a full collection. */
  public long heapAfterCollection() throws IOException, InterruptedException {
    jcmd("GC.run");
    Matcher used = Pattern.compile("used (\\d+)K").matcher(jcmd("GC.heap_info"));
    if (!used.find()) {
      throw new IllegalStateException("no heap in use");
    }
    return Long.parseLong(used.group(1)) << 10;
  }

  private String jcmd(String command) throws IOException, InterruptedException {
    String tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process asking =
        new ProcessBuilder(tool, Long.toString(process.pid()), command)
            .redirectErrorStream(true)
            .start();
    String said = new String(asking.getInputStream().readAllBytes(), UTF_8);
    asking.waitFor();
    return said;
  }

  /** kill -9. */
  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** SIGTERM; its exit code. */
  public int terminate() throws InterruptedException {
    process.destroy();
    return process.waitFor();
  }

  /** Its number. */
  long pid() {
    return process.pid();
  }

  /** Whether it runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    kill();
  }
}
