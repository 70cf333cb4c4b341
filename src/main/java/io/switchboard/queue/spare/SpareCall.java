package io.switchboard.queue.spare;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Room for one call, until it is closed. */
public final class SpareCall implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SpareCall.class);
  private static final long LOOK_MILLIS = 250;
  private static final long RENEW_NANOS = TimeUnit.SECONDS.toNanos(3);

  private final SpareRoom room;
  private final String id;
  private final String account;
  private final long expected;
  private final Semaphore wake = new Semaphore(0);
  private volatile boolean open = true;
  private volatile long used;
  private @Nullable Thread watch;

  SpareCall(SpareRoom room, String id, String account, long expected) {
    this.room = room;
    this.id = id;
    this.account = account;
    this.expected = expected;
  }

  String id() {
    return id;
  }

  long expected() {
    return expected;
  }

  /** Whose account's it is. */
  public String account() {
    return account;
  }

  /**
   * Calls this, once at most, as soon as a request needs the room; the call has to end then. To be
   * said before the call is made.
   */
  public void onNeeded(Runnable leave) {
    watch = Thread.ofVirtual().name("spare-room").start(() -> watch(leave));
  }

  private void watch(Runnable leave) {
    long renewed = System.nanoTime();
    while (open) {
      try {
        wake.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        wake.drainPermits();
        if (open && room.needed()) {
          leave.run();
          return;
        }
        if (open && System.nanoTime() - renewed > RENEW_NANOS) {
          renewed = System.nanoTime();
          room.renew(id);
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException | Error e) {
        log.warn("it is not known whether the room on {} is needed; it is left", account, e);
        leave.run();
        return;
      }
    }
  }

  void look() {
    wake.release();
  }

  /** So many tokens were used in truth. */
  public void used(long tokens) {
    used = tokens;
  }

  @Override
  public void close() {
    if (!open) {
      return;
    }
    open = false;
    Thread watching = watch;
    if (watching != null) {
      watching.interrupt();
    }
    room.over(this, used - expected);
  }
}
