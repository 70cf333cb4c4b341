package io.switchboard.app.parts.rounds;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something at once and then every hour, until it is closed. */
public final class Hourly implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Hourly.class);

  private final Thread thread;

  public Hourly(String name, Runnable what) {
    thread = Thread.ofVirtual().name(name).start(() -> repeat(name, what));
  }

  private static void repeat(String name, Runnable what) {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        what.run();
      } catch (RuntimeException e) {
        log.error("the hourly {} failed; it is done again in an hour", name, e);
      }
      try {
        TimeUnit.HOURS.sleep(1);
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
