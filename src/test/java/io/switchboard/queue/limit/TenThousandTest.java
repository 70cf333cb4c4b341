package io.switchboard.queue.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.db.Database;
import io.switchboard.db.TestDatabases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** 10,000 questions at once against a limit of 100: from one process, and from two real ones. */
@Order(1)
class TenThousandTest {
  private static final int MANY = 10_000;

  @Test
  void onH2WhichBelongsToOneProcess() throws Exception {
    try (Database database = TestDatabases.h2()) {
      assertThat(AdmitProcess.admitted(database, "here", MANY)).isEqualTo(AdmitProcess.ALLOWED);
    }
  }

  @Test
  void onPostgresFromTwoRealProcesses() throws Exception {
    String url = TestDatabases.postgresUrl();
    List<Process> processes = Stream.of("a", "b").map(name -> start(url, name)).toList();
    long admitted = 0;
    for (Process process : processes) {
      List<String> said = process.inputReader().readAllLines();
      assertThat(process.waitFor()).as("%s", said).isZero();
      admitted += Long.parseLong(said.getLast());
    }
    assertThat(admitted).isEqualTo(AdmitProcess.ALLOWED);
  }

  private static Process start(String url, String name) {
    try {
      return new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-XX:TieredStopAtLevel=1",
              "-XX:+UseSerialGC",
              "-cp",
              System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
              AdmitProcess.class.getName(),
              url,
              name,
              String.valueOf(MANY / 2))
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
