package io.switchboard.fake;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports for servers that come and go while other tests run: each is given once, and none of them by
 * the system to somebody else. So whoever calls a server that was closed finds nobody there, and a
 * server that comes back finds its port free.
 */
public final class Ports {
  /** Linux gives ports from 32768 on to whoever asks for any. */
  private static final int FIRST = 10_000;

  private static final int LAST = 32_767;
  private static final AtomicInteger next =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(LAST - FIRST));

  private Ports() {}

  public static int free() {
    while (true) {
      int port = FIRST + Math.floorMod(next.getAndIncrement(), LAST - FIRST + 1);
      try (ServerSocket vacant = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return vacant.getLocalPort();
      } catch (IOException taken) {
        // The next one.
      }
    }
  }
}
