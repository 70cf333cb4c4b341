package io.switchboard.app.parts.rounds;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something every minute, for the first time after one, until it is closed. */
public final class EveryMinute implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EveryMinute.class);

  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  public EveryMinute(String name, Runnable what) {
    thread = Thread.ofVirtual().name(name).start(() -> repeat(name, what));
  }

  private void repeat(String name, Runnable what) {
    try {
      while (!closing.await(1, TimeUnit.MINUTES)) {
        try {
          what.run();
        } catch (RuntimeException e) {
          log.error("{} failed; it is done again in a minute", name, e);
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join(5_000);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
