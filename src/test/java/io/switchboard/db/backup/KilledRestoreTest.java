package io.switchboard.db.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.crash.QuickStart;
import io.switchboard.db.TestDatabases;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A restore that is killed has changed nothing, however far it had come; the next one is done. */
@Order(1)
class KilledRestoreTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void leavesWhatWasThere(String kind) throws Exception {
    String source = TestDatabases.h2Url();
    Filled.with(source, 20);
    Path file = folder.resolve("all.backup");
    try (OutputStream out = Files.newOutputStream(file)) {
      new WriteBackup(Filled.settings(source)).to(out, Instant.EPOCH, Map.of());
    }
    String used = kind.equals("h2") ? TestDatabases.h2Url() : TestDatabases.postgresUrl();
    Filled.with(used, 4);
    Map<String, List<String>> before = Filled.content(used);
    kill(used, file);
    assertThat(Filled.content(used)).isEqualTo(before);
    TestDatabases.open(used).close();
    assertThat(Filled.content(used)).isEqualTo(before);
    new Restore(Filled.settings(used)).from(new BackupFile(file), true);
    assertThat(Filled.content(used)).isEqualTo(Filled.content(source));
  }

  /** At the last moment before it takes effect. */
  private static void kill(String url, Path file) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(QuickStart.optionsWithTests());
    command.addAll(List.of(Hanging.class.getName(), url, file.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (BufferedReader said = process.inputReader()) {
      StringBuilder all = new StringBuilder();
      for (String line = said.readLine(); !"ready".equals(line); line = said.readLine()) {
        assertThat(line).as(all.toString()).isNotNull();
        all.append(line).append('\n');
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /** Prepares, says so, and goes on for ever. */
  static final class Hanging {
    private Hanging() {}

    public static void main(String[] args) throws InterruptedException {
      try (Restore.Ready ready =
          new Restore(Filled.settings(args[0])).prepare(new BackupFile(Path.of(args[1])), true)) {
        System.out.println(ready.content().rows() > 0 ? "ready" : "empty");
        new CountDownLatch(1).await();
      }
    }
  }
}
