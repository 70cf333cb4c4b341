package io.switchboard.app.control;

import io.switchboard.db.advice.OwnFile;
import io.switchboard.db.backup.BackupTrouble;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Asks the process that runs for something. */
public final class AskRunning {
  private final Path folder;

  /** The one whose data folder this is. */
  public AskRunning(Path folder) {
    this.folder = folder;
  }

  /** Whether a process runs and hears. */
  boolean running() throws IOException {
    if (!isSaid()) {
      return false;
    }
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), Address.read(folder).port())) {
      return socket.isConnected();
    } catch (ConnectException gone) {
      return false; // it was killed and left its address behind
    }
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
    if (!isSaid()) {
      return false;
    }
    Address address = Address.read(folder);
    Socket socket;
    try {
      socket = new Socket(InetAddress.getLoopbackAddress(), address.port());
    } catch (IOException gone) {
      return false; // it was killed and left its address behind
    }
    try (socket) {
      OutputStream out = socket.getOutputStream();
      out.write((address.secret() + " " + task + "\n").getBytes(StandardCharsets.US_ASCII));
      out.flush();
      InputStream in = socket.getInputStream();
      int first = in.read();
      if (first != Address.YES) {
        throw new IOException(
            first == Address.NO ? "the process that runs refused" : "it was not answered");
      }
      in.transferTo(into);
      return true;
    }
  }
}
