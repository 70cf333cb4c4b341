package io.switchboard.answer.paged;

import io.switchboard.answer.aside.Aside;
import io.switchboard.answer.growing.GrowingText;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a text on its page while it grows, on a thread of its own, until it is closed. */
public final class FillPage implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(FillPage.class);

  /** Those who look on see it a moment later; the database is asked for no more than that. */
  private static final Duration BETWEEN = Duration.ofMillis(400);

  private static final long LOOK_MILLIS = 60_000;

  private final OnPage page;
  private final GrowingText text;
  private final Thread writer;

  public FillPage(OnPage page, GrowingText text) {
    this.page = page;
    this.text = text;
    this.writer = Aside.start("page", this::follow);
  }

  private void follow() {
    try {
      long seen = 0;
      while (!text.hasEnded()) {
        seen = text.awaitNewer(seen, LOOK_MILLIS);
        page.write(text.soFar());
        Thread.sleep(BETWEEN);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      log.warn("a page does not fill any more; it will show the answer when it is whole", e);
    }
  }

  /** Nothing is written by this any more when this returns. */
  @Override
  public void close() {
    writer.interrupt();
    boolean interrupted = Thread.interrupted();
    while (writer.isAlive()) {
      try {
        writer.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
