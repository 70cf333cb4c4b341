package io.switchboard.bench;

import static io.switchboard.bench.Figures.say;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a start and an idle process take, from an empty folder each time: the bundle and the jar, as
 * they were built before ({@code mvn package -Pbundle -DskipTests}); what is not there is left out.
 * Once as it comes, with the sandbox and the demo account, and once with everything on: Discord and
 * Telegram connected, an account, the community, the pages. The time is that from the start of the
 * process to its line "ready in"; CPU is what it had used by then; resident is what the operating
 * system counts after ten idle seconds (Linux). {@code -Dbench.starts=5} says how often.
 */
class StartBench {
  private static final int STARTS = Integer.getInteger("bench.starts", 5);

  @TempDir Path folder;

  @Test
  void startsAndWeighs() throws Exception {
    Path target = Path.of("target").toAbsolutePath();
    Path bundle = target.resolve("switchboard/bin/switchboard");
    Path jar = target.resolve("switchboard.jar");
    if (!Files.exists(bundle)) {
      say("start: no bundle was built (mvn package -Pbundle -DskipTests)");
    }
    if (Files.exists(bundle)) {
      measure("bundle", List.of(bundle.toString()));
    }
    if (Files.exists(jar)) {
      String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      measure("java -jar", List.of(java, "-jar", jar.toString()));
    }
  }

  private void measure(String name, List<String> command) throws Exception {
    List<Start> sandbox = new ArrayList<>();
    List<Start> everything = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      sandbox.add(start(command, "web: {port: 0}\n", () -> true));
      try (Surroundings around = new Surroundings()) {
        everything.add(start(command, around.yaml(), around::connected));
      }
    }
    say("%s, sandbox and demo account: %s", name, Start.median(sandbox));
    say("%s, everything on: %s", name, Start.median(everything));
  }

  private Start start(List<String> command, String yaml, Callable<Boolean> connected)
      throws IOException {
    Path home = Files.createTempDirectory(folder, "start");
    Files.writeString(home.resolve("switchboard.yaml"), yaml);
    Path output = home.resolve("output.log");
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of("run", "--config", home.toString()));
    ProcessBuilder builder = new ProcessBuilder(all).directory(home.toFile());
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(key -> key.matches(".*(TOKEN|KEY|URL)|SWITCHBOARD_.*"));
    builder.environment().putAll(Map.of("TZ", "UTC"));
    String options = System.getProperty("bench.javaOptions", "");
    if (!options.isEmpty()) {
      builder.environment().put("SWITCHBOARD_JAVA_OPTS", options);
    }
    long began = System.nanoTime();
    Process process = builder.start();
    try {
      await()
          .atMost(Duration.ofMinutes(1))
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(5))
          .until(() -> !process.isAlive() || Files.readString(output).contains("ready in"));
      double ready = (System.nanoTime() - began) / 1e9;
      double cpu = cpu(process);
      await().atMost(Duration.ofMinutes(1)).until(connected);
      if (process.waitFor(Duration.ofSeconds(10))) {
        throw new IllegalStateException(Files.readString(output));
      }
      return new Start(ready, cpu, cpu(process), status(process, "VmRSS:") / 1024.0);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      process.destroyForcibly().onExit().join();
    }
  }

  /** Seconds of CPU, by all its threads. */
  private static double cpu(Process process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
  }

  private static long status(Process process, String key) throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
        .filter(line -> line.startsWith(key))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }

  /** One start: seconds until it was ready, of CPU by then and ten idle seconds later, MB then. */
  private record Start(double ready, double cpu, double later, double resident) {
    static String median(List<Start> starts) {
      return "ready in %.2f s (%.2f s of CPU, %.2f s ten seconds later), %.0f MB resident"
          .formatted(
              Figures.median(starts.stream().map(Start::ready).toList()),
              Figures.median(starts.stream().map(Start::cpu).toList()),
              Figures.median(starts.stream().map(Start::later).toList()),
              Figures.median(starts.stream().map(Start::resident).toList()));
    }
  }
}
