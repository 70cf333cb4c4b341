package io.switchboard.app.control;

import io.switchboard.db.advice.OwnFile;
import io.switchboard.db.backup.BackupTrouble;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Asks the process that runs for something. */
public final class AskRunning {
  /** In milliseconds; one that runs answers at once. */
  private static final int PATIENCE = 10_000;

  private final Path folder;

  /** The one whose data folder this is. */
  public AskRunning(Path folder) {
    this.folder = folder;
  }

  /** Whether a process runs and hears. */
  boolean running() throws IOException {
    return knock("running", (first, in) -> first == Address.YES || first == Address.NO);
  }

  /** Whether the address is there; only the user that runs it, and root, may read it. */
  private boolean isSaid() {
    Path file = Address.file(folder);
    if (Files.notExists(file)) {
      return false;
    }
    if (!Files.isReadable(file)) {
      String owner = OwnFile.owner(Files.exists(file) ? file : folder);
      throw new BackupTrouble(
          "%s belongs to %s, and not to the user that runs this, %s: say this as that user (sudo -u %s …)"
              .formatted(folder, owner, OwnFile.user(), owner));
    }
    return true;
  }

  /**
   * Writes its answer there; false if no process runs.
   *
   * @throws IOException if it refused, or the answer broke off
   */
  public boolean ask(String task, OutputStream into) throws IOException {
    return knock(
        task,
        (first, in) -> {
          if (first == Address.NO) {
            throw new IOException("the process that runs refused");
          }
          if (first == Address.YES) {
            in.transferTo(into);
          }
          return first == Address.YES;
        });
  }

  private interface Heard {
    boolean take(int first, InputStream in) throws IOException;
  }

  /** False also if it was killed, left its address behind, and another program has its port now. */
  private boolean knock(String task, Heard heard) throws IOException {
    if (!isSaid()) {
      return false;
    }
    Address address = Address.read(folder);
    try (Socket socket = new Socket()) {
      int first;
      try {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), address.port()));
        socket.setSoTimeout(PATIENCE);
        OutputStream out = socket.getOutputStream();
        out.write((address.secret() + " " + task + "\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        first = socket.getInputStream().read();
      } catch (IOException nobody) {
        return false;
      }
      socket.setSoTimeout(0);
      return heard.take(first, socket.getInputStream());
    }
  }
}
