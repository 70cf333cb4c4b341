package io.switchboard.db.away;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known of a database that does not answer. It is said once, and once that it answers
 * again. Meanwhile one thread looks for it, and whoever needs it is told so after a moment instead
 * of after the longest wait for a connection, so that nobody stands in line before a page.
 */
public final class Outage implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Outage.class);

  /** One that answers now and then, as on a full disk, is not well again. */
  private static final long CALM = TimeUnit.SECONDS.toNanos(2);

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  private final BooleanSupplier answers;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /** Since the last failure it has not been seen to answer. */
  private volatile boolean shut;

  /** What was said last, to whoever runs the program. */
  private volatile boolean said;

  private volatile long last;
  private long since;
  private boolean closed;

  /**
   * @param answers whether it answers; may take its time
   */
  public Outage(BooleanSupplier answers) {
    this.answers = answers;
  }

  /**
   * Returns if it is not known to be away.
   *
   * @throws DatabaseAway if it is, some seconds later
   */
  public void pass() {
    if (!shut) {
      return;
    }
    boolean interrupted = false;
    lock.lock();
    try {
      for (long left = PATIENCE.toNanos(); shut; ) {
        if (left <= 0) {
          throw new DatabaseAway("the database does not answer");
        }
        try {
          left = changed.awaitNanos(left);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      lock.unlock();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Whether it has answered without a failure for some seconds. */
  public boolean calm() {
    return !shut && (!said || System.nanoTime() - last > CALM);
  }

  /** Something was done with it. */
  public void served() {
    if (shut || said) {
      open();
    }
  }

  private void open() {
    lock.lock();
    try {
      shut = false;
      changed.signalAll();
      long now = System.nanoTime();
      if (said && now - last > CALM) {
        said = false;
        log.info(
            "The database answers again, after {} s", TimeUnit.NANOSECONDS.toSeconds(now - since));
      }
    } finally {
      lock.unlock();
    }
  }

  /** Something could not be done; perhaps for another reason. */
  public void failed(Throwable failure) {
    if (!Unreached.is(failure)) {
      return;
    }
    lock.lock();
    try {
      last = System.nanoTime();
      if (!said) {
        said = true;
        since = last;
        log.error(
            "The database does not answer; nothing new is accepted until it does, and it is tried"
                + " again and again ({})",
            Unreached.root(failure).toString());
      }
      if (!shut && !closed) {
        shut = true;
        Thread.ofVirtual().name("database sought").start(this::seek);
      }
    } finally {
      lock.unlock();
    }
  }

  private void seek() {
    while (shut) {
      if (found()) {
        open();
      } else {
        try {
          Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          open();
        }
      }
    }
  }

  /** Nobody else looks: whatever happens here, the look after it may find it. */
  private boolean found() {
    try {
      return answers.getAsBoolean();
    } catch (RuntimeException | Error e) {
      log.debug("The database could not be looked for", e);
      return false;
    }
  }

  /** Nobody waits for it any more. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      shut = false;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
