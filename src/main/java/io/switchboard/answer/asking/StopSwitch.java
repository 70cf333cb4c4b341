package io.switchboard.answer.asking;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Ends whatever an answer is waiting for, once its member wants that. Thrown once, it stays thrown.
 */
public final class StopSwitch {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private @Nullable Runnable abort;
  private boolean thrown;

  /** Until closed, the switch aborts this. */
  public interface Aborting extends AutoCloseable {
    @Override
    void close();
  }

  /** Ends it now, and whatever is begun later. */
  public void throwIt() {
    Runnable now;
    lock.lock();
    try {
      thrown = true;
      now = abort;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    if (now != null) {
      now.run();
    }
  }

  /** Until what is returned is closed, the switch runs this, at once if it is thrown already. */
  public Aborting aborts(Runnable what) {
    boolean already;
    lock.lock();
    try {
      abort = what;
      already = thrown;
    } finally {
      lock.unlock();
    }
    if (already) {
      what.run();
    }
    return () -> {
      lock.lock();
      try {
        abort = null;
      } finally {
        lock.unlock();
      }
    };
  }

  /** Waits, unless the switch is thrown; whether it was. */
  public boolean waitedOut(Duration duration) throws InterruptedException {
    lock.lock();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(duration.toMillis());
      while (!thrown && left > 0) {
        left = changed.awaitNanos(left);
      }
      return !thrown;
    } finally {
      lock.unlock();
    }
  }
}
