package io.switchboard.pacing;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * Does what waits in a table to be said, on a thread of its own, so that nobody waits for a
 * platform. What fails, or is wanted after {@link #close}, stays in the table for a sweep or the
 * next start.
 */
public final class DoWhatWaits implements AutoCloseable {
  private final Runnable work;
  private final Consumer<Throwable> failed;
  private final ExecutorService one;

  /**
   * @param thread its name
   * @param work does all that waits; never runs twice at once
   * @param failed told that it broke down
   */
  public DoWhatWaits(String thread, Runnable work, Consumer<Throwable> failed) {
    this.work = work;
    this.failed = failed;
    one = Executors.newSingleThreadExecutor(Thread.ofVirtual().name(thread).factory());
  }

  /** Does it once more, after what runs. Does not block. */
  public void soon() {
    try {
      one.execute(this::now);
    } catch (RejectedExecutionException closing) {
      // Whoever starts next does it.
    }
  }

  private void now() {
    try {
      work.run();
    } catch (RuntimeException | Error e) {
      failed.accept(e);
    }
  }

  /** Does nothing any more; what runs is interrupted. */
  @Override
  public void close() {
    one.shutdownNow();
  }
}
