package io.switchboard.app.control;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers the program's other commands while this process runs. */
public final class Door implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Door.class);
  private static final int PATIENCE = (int) Duration.ofSeconds(10).toMillis();
  private static final int LONGEST_LINE = 200;

  private final ServerSocket server;
  private final Path file;
  private final byte[] secret = new byte[24];
  private final Map<String, Task> tasks;

  /** Something that can be asked for; what it writes is the answer. */
  @FunctionalInterface
  public interface Task {
    void answer(OutputStream out) throws IOException;
  }

  /**
   * Opens it.
   *
   * @param folder where the address is left
   * @param tasks by their names
   * @throws IOException if the file cannot be written
   */
  public Door(Path folder, Map<String, Task> tasks) throws IOException {
    this.tasks = Map.copyOf(tasks);
    new SecureRandom().nextBytes(secret);
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    file = Address.file(folder);
    Address.leave(folder, server.getLocalPort(), HexFormat.of().formatHex(secret));
    Thread.ofVirtual().name("control").start(this::listen);
  }

  private void listen() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().name("control-answer").start(() -> answer(socket));
      } catch (IOException closed) {
        // Closed, as a rule; else the loop goes on.
      }
    }
  }

  private void answer(Socket socket) {
    try (socket) {
      socket.setSoTimeout(PATIENCE);
      String[] asked = line(socket).split(" ", 2);
      OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
      boolean known =
          MessageDigest.isEqual(
              asked[0].getBytes(StandardCharsets.US_ASCII),
              HexFormat.of().formatHex(secret).getBytes(StandardCharsets.US_ASCII));
      Task task = known && asked.length == 2 ? tasks.get(asked[1]) : null;
      if (task == null) {
        out.write(Address.NO);
      } else {
        out.write(Address.YES);
        // Whoever asks waits for this only so long, and for the rest as long as it takes.
        out.flush();
        task.answer(out);
      }
      out.flush();
    } catch (IOException e) {
      log.warn("a command of the program's could not be answered: {}", e.toString());
    } catch (RuntimeException | Error e) {
      log.error("a command of the program's failed", e);
    }
  }

  private static String line(Socket socket) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = socket.getInputStream().read(); b >= 0 && b != '\n'; ) {
      line.append((char) b);
      if (line.length() > LONGEST_LINE) {
        throw new IOException("too long a line");
      }
      b = socket.getInputStream().read();
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    server.close();
    // Of several processes with one folder, the last that began stands there.
    if (Files.exists(file) && Files.readString(file).contains(HexFormat.of().formatHex(secret))) {
      Files.delete(file);
    }
  }
}
