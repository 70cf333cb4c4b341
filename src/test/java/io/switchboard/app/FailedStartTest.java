package io.switchboard.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.switchboard.db.DatabaseUnavailable;
import io.switchboard.db.FillingDisk;
import io.switchboard.db.TestDatabases;
import io.switchboard.http.WebUnavailable;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A start that fails leaves nothing open behind. */
class FailedStartTest {
  @TempDir Path folder;

  @Test
  @ResourceLock(FillingDisk.LOCK)
  void aDiskThatIsFullIsSaidInALine() throws Exception {
    Path database = folder.resolve("db");
    TestDatabases.open("jdbc:h2:file:" + database).close();
    Files.writeString(
        folder.resolve("switchboard.yaml"),
        "web: {port: 0}\ndatabase: {url: \"%s\", keepFree: 0}\n"
            .formatted(FillingDisk.url(database.toString())));
    FillingDisk.full(true);
    try {
      assertThatThrownBy(() -> Switchboard.start(folder, name -> null, InstantSource.system()))
          .isInstanceOf(DatabaseUnavailable.class)
          .hasMessageMatching("the disk with .* is full: make room there");
    } finally {
      FillingDisk.full(false);
    }
  }

  @Test
  void whatWasStartedIsClosedAgain() throws Exception {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    Path database = folder.resolve("db");
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Files.writeString(
          folder.resolve("switchboard.yaml"),
          "web: {port: %d}\ndatabase: {url: \"jdbc:h2:file:%s\"}\n"
              .formatted(taken.getLocalPort(), database));
      assertThatThrownBy(() -> Switchboard.start(folder, name -> null, InstantSource.system()))
          .isInstanceOf(WebUnavailable.class);
    }
    // In the same JVM, whoever still held the file would make this fail.
    try (FileChannel file =
        FileChannel.open(Path.of(database + ".mv.db"), StandardOpenOption.WRITE)) {
      assertThat(file.tryLock()).isNotNull();
    }
    await()
        .untilAsserted(
            () ->
                assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(thread -> !before.contains(thread))
                    .extracting(Thread::getName)
                    .noneMatch(
                        name -> name.startsWith("switchboard_") || name.startsWith("database")));
  }
}
