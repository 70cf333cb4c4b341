package io.switchboard.fake.openai;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Who is connected: each connection asks one thing after another, and its end is noticed at once.
 */
final class Connections implements AutoCloseable {
  /** What answers a request. */
  interface Route {
    /** Whether the connection may be used again. */
    boolean answer(Wire.Request request, OutputStream out) throws IOException, InterruptedException;
  }

  private final ServerSocket server;
  private final Route route;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connected = new AtomicInteger();

  Connections(int port, Route route) throws IOException {
    server = new ServerSocket(port, 200, InetAddress.getLoopbackAddress());
    this.route = route;
  }

  void open() {
    Thread.ofVirtual().name("fake-openai").start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  int made() {
    return connected.get();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        connections.add(socket);
        connected.incrementAndGet();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException closed) {
        // Closed: the loop ends.
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      var in = new BufferedInputStream(socket.getInputStream());
      int first = in.read();
      while (first >= 0) {
        Wire.Request request = Wire.read(first, in);
        boolean[] again = {false};
        Thread answering = Thread.ofVirtual().start(() -> again[0] = answer(request, socket));
        // The next byte is the next request, after the answer; the end now is an abort.
        first = in.read();
        if (first < 0) {
          answering.interrupt();
        }
        answering.join();
        if (!again[0]) {
          return;
        }
      }
    } catch (IOException | InterruptedException gone) {
      // The connection is over; what that meant for the answer was noted there.
    } finally {
      connections.remove(socket);
    }
  }

  private boolean answer(Wire.Request request, Socket socket) {
    try {
      boolean again = route.answer(request, socket.getOutputStream());
      if (!again) {
        socket.close();
      }
      return again;
    } catch (IOException | InterruptedException gone) {
      return false;
    }
  }

  /** Goes away at once. */
  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : connections) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
