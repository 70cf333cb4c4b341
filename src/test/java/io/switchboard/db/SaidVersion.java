package io.switchboard.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A PostgreSQL that says it is another than it is, and else does all that the real one does. */
public final class SaidVersion implements AutoCloseable {
  private static final String WORD = "server_version\0";

  private final ServerSocket door;
  private final int real;
  private final String version;
  private final AtomicInteger lost;

  /**
   * Before the one on this port of this machine.
   *
   * @param version its first two digits
   */
  public SaidVersion(int real, String version) {
    this(real, version, 0);
  }

  /**
   * Also one that is not quite there yet.
   *
   * @param lost so many connections are closed first without a word
   */
  SaidVersion(int real, String version, int lost) {
    this.real = real;
    this.version = version;
    this.lost = new AtomicInteger(lost);
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /** Where it listens. */
  public int port() {
    return door.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = door.accept();
        if (lost.getAndDecrement() > 0) {
          client.close();
          continue;
        }
        Socket server = new Socket(InetAddress.getLoopbackAddress(), real);
        Thread.ofVirtual().start(() -> copy(client, server));
        Thread.ofVirtual().start(() -> copy(server, client));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void copy(Socket from, Socket into) {
    try (from;
        into;
        InputStream in = from.getInputStream();
        OutputStream out = into.getOutputStream()) {
      byte[] bytes = new byte[8192];
      for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
        String said = new String(bytes, 0, n, StandardCharsets.ISO_8859_1);
        int at = said.indexOf(WORD);
        if (at >= 0) {
          System.arraycopy(
              version.getBytes(StandardCharsets.US_ASCII), 0, bytes, at + WORD.length(), 2);
        }
        out.write(bytes, 0, n);
      }
    } catch (IOException over) {
      // One of them is gone.
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
