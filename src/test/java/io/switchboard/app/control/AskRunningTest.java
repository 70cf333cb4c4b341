package io.switchboard.app.control;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.switchboard.db.backup.BackupTrouble;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever asks as another user than the one that runs it is told so. */
class AskRunningTest {
  @TempDir Path folder;

  @Test
  void whereNothingRunsNothingIsAsked() throws Exception {
    assertThat(new AskRunning(folder).running()).isFalse();
    assertThat(new AskRunning(folder.resolve("none")).ask("x", new ByteArrayOutputStream()))
        .isFalse();
  }

  @Test
  void whoeverHasThePortOfOneThatWasKilledIsNotTakenForIt() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Files.writeString(folder.resolve("control"), other.getLocalPort() + " secret\n");
      Thread.ofVirtual().start(() -> sayNonsense(other));
      assertThat(new AskRunning(folder).running()).isFalse();
      assertThat(new AskRunning(folder).ask("backup", new ByteArrayOutputStream())).isFalse();
    }
    assertThat(new AskRunning(folder).running()).isFalse();
  }

  private static void sayNonsense(ServerSocket server) {
    while (!server.isClosed()) {
      try (Socket one = server.accept()) {
        one.getInputStream().read();
        one.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
      } catch (IOException closed) {
        // Closed, or the other side has gone.
      }
    }
  }

  @Test
  void oneThatRunsIsHeard() throws Exception {
    try (Door door = new Door(folder, Map.of("say", out -> out.write('x')))) {
      ByteArrayOutputStream said = new ByteArrayOutputStream();
      assertThat(new AskRunning(folder).running()).isTrue();
      assertThat(new AskRunning(folder).ask("say", said)).isTrue();
      assertThat(said.toString(US_ASCII)).isEqualTo("x");
      assertThatThrownBy(() -> new AskRunning(folder).ask("sing", said))
          .hasMessageContaining("refused");
    }
    assertThat(new AskRunning(folder).running()).isFalse();
  }

  @Test
  void oneThatTakesItsTimeIsHeardAtOnce() throws Exception {
    CountDownLatch heard = new CountDownLatch(1);
    try (Door door = new Door(folder, Map.of("say", out -> await(heard)))) {
      Address address = Address.read(folder);
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.port())) {
        socket.setSoTimeout(60_000);
        socket.getOutputStream().write((address.secret() + " say\n").getBytes(US_ASCII));
        assertThat(socket.getInputStream().read()).isEqualTo(Address.YES);
      } finally {
        heard.countDown();
      }
    }
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new InterruptedIOException();
    }
  }

  @Test
  void aDataFolderOfAnotherUserIsNamed() throws Exception {
    Path data = Files.createDirectory(folder.resolve("data"));
    Path said = Files.writeString(data.resolve("control"), "1 secret\n");
    for (Path closed : new Path[] {said, data}) {
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
      try {
        assumeFalse(Files.isReadable(closed), "root may read everything");
        assertThatThrownBy(() -> new AskRunning(data).running())
            .isInstanceOf(BackupTrouble.class)
            .hasMessageContaining("say this as that user");
      } finally {
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
      }
    }
  }
}
