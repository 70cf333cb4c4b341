package io.switchboard.web.speed;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/** Many readers who ask for one address again and again, each when the answer has come whole. */
final class Readers {
  private Readers() {}

  /**
   * Reads for that long.
   *
   * @return answers a second
   */
  static double perSecond(URI address, int readers, Duration time) throws Exception {
    LongAdder answers = new LongAdder();
    AtomicBoolean over = new AtomicBoolean();
    long begin;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      begin = System.nanoTime();
      for (int i = 0; i < readers; i++) {
        all.add(threads.submit(() -> read(address, answers, over)));
      }
      while (System.nanoTime() - begin < time.toNanos()) {
        all.getFirst().state();
        LockSupport.parkNanos(10_000_000);
      }
      over.set(true);
      for (Future<?> one : all) {
        one.get();
      }
    }
    return answers.sum() * 1e9 / (System.nanoTime() - begin);
  }

  private static Void read(URI address, LongAdder answers, AtomicBoolean over) throws IOException {
    byte[] request =
        ("GET "
                + address.getPath()
                + " HTTP/1.1\r\nHost: "
                + address.getAuthority()
                + "\r\nAccept-Encoding: gzip\r\nAccept-Language: en-GB,en;q=0.7\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream(), 32_768);
      while (!over.get()) {
        socket.getOutputStream().write(request);
        in.skipNBytes(head(in));
        answers.increment();
      }
    }
    return null;
  }

  /** Reads the head; the length of what follows. */
  private static long head(InputStream in) throws IOException {
    long length = -1;
    boolean good = false;
    StringBuilder line = new StringBuilder(128);
    for (int c = in.read(); ; c = in.read()) {
      if (c < 0) {
        throw new IOException("closed");
      } else if (c != '\n') {
        line.append((char) c);
        continue;
      }
      if (line.length() <= 1) {
        break;
      }
      if (line.indexOf("HTTP/1.1 ") == 0) {
        good = line.indexOf("HTTP/1.1 200") == 0;
      } else if (line.length() > 15 && line.substring(0, 15).equalsIgnoreCase("content-length:")) {
        length = Long.parseLong(line.substring(15).strip());
      }
      line.setLength(0);
    }
    if (!good || length < 0) {
      throw new IOException("not a whole answer with status 200");
    }
    return length;
  }
}
