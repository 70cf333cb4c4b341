package io.switchboard.app.parts.rounds;

import java.time.Duration;
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
    this(name, Duration.ofMinutes(1), what);
  }

  /** A quicker one for tests. */
  EveryMinute(String name, Duration every, Runnable what) {
    thread = Thread.ofVirtual().name(name).start(() -> repeat(name, every, what));
  }

  private void repeat(String name, Duration every, Runnable what) {
    try {
      while (!closing.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          what.run();
        } catch (RuntimeException | Error e) {
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
