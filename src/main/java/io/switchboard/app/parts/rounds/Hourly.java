package io.switchboard.app.parts.rounds;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something at once and then every hour, until it is closed. */
public final class Hourly implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Hourly.class);

  private final Thread thread;

  public Hourly(String name, Runnable what) {
    this(name, Duration.ofHours(1), what);
  }

  /** A quicker one for tests. */
  Hourly(String name, Duration every, Runnable what) {
    thread = Thread.ofVirtual().name(name).start(() -> repeat(name, every, what));
  }

  private static void repeat(String name, Duration every, Runnable what) {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        what.run();
      } catch (RuntimeException | Error e) {
        log.error("the hourly {} failed; it is done again in an hour", name, e);
      }
      try {
        Thread.sleep(every);
      } catch (InterruptedException closed) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(5_000);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
