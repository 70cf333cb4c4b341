package io.switchboard.crash;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A network between the program and a server that can swallow what is sent, both ways, without
 * telling anybody: connections stay open and new ones are taken, and nothing comes out of them.
 */
final class SwallowingProxy implements AutoCloseable {
  private final ServerSocket door;
  private final int to;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile boolean swallows;

  /**
   * @param to the port of the server on this machine
   */
  SwallowingProxy(int to) {
    this.to = to;
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().name("proxy").start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  /** From now on nothing gets through; what was under way is lost, as are these connections. */
  void swallow(boolean now) {
    swallows = now;
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        sockets.add(client);
        Thread.ofVirtual().name("proxied").start(() -> carry(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void carry(Socket client) {
    if (swallows) {
      return; // it hears nothing, and stays open
    }
    try {
      Socket server = new Socket();
      sockets.add(server);
      server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), to));
      Thread.ofVirtual().name("proxied back").start(() -> copy(server, client));
      copy(client, server);
    } catch (IOException refused) {
      close(client);
    }
  }

  /** Who has lost something here can never go on, as on a network that forgot the connection. */
  private void copy(Socket from, Socket into) {
    byte[] buffer = new byte[8192];
    boolean lost = false;
    try {
      InputStream in = from.getInputStream();
      OutputStream out = into.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        lost |= swallows;
        if (!lost) {
          out.write(buffer, 0, n);
        }
      }
    } catch (IOException broken) {
      // One of them is gone.
    }
    if (!lost && !swallows) {
      close(from);
      close(into);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone, then.
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      // It is gone, then.
    }
    sockets.forEach(SwallowingProxy::close);
  }
}
