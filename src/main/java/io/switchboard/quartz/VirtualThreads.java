package io.switchboard.quartz;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.quartz.spi.ThreadPool;

/**
 * Rings each alarm on a virtual thread, so many at a time. Public because Quartz reflects on it.
 */
public final class VirtualThreads implements ThreadPool {
  private static final int AT_ONCE = 16;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final Semaphore free = new Semaphore(AT_ONCE);

  @Override
  public boolean runInThread(Runnable ringing) {
    free.acquireUninterruptibly();
    Thread.ofVirtual()
        .name("alarm")
        .start(
            () -> {
              try {
                ringing.run();
              } finally {
                free.release();
              }
            });
    return true;
  }

  @Override
  public int blockForAvailableThreads() {
    free.acquireUninterruptibly();
    free.release();
    return Math.max(1, free.availablePermits());
  }

  @Override
  public void shutdown(boolean waitForJobsToComplete) {
    if (!waitForJobsToComplete) {
      return;
    }
    try {
      if (free.tryAcquire(AT_ONCE, LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        free.release(AT_ONCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void initialize() {}

  @Override
  public int getPoolSize() {
    return AT_ONCE;
  }

  @Override
  public void setInstanceId(String id) {}

  @Override
  public void setInstanceName(String name) {}
}
