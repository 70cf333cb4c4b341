package io.switchboard.app.parts.platforms;

import io.switchboard.db.shared.Leases;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Of several processes, lets the one listen to a platform that holds the lease for it. When that
 * one dies, another listens within {@link #LEASE} and {@link #ROUND}, and the time that the
 * platform takes to connect.
 *
 * <p>While the database cannot be reached nothing changes: nobody else can take the lease either,
 * and what comes in is tried again until it can be stored.
 */
final class OneListener implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(OneListener.class);

  static final Duration LEASE = Duration.ofSeconds(8);
  static final Duration ROUND = Duration.ofSeconds(2);

  private final Ear ear;
  private final Leases leases;
  private final String lease;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private boolean listening;
  private boolean leaving;

  /**
   * How a platform is listened to.
   *
   * @param keeps whether the platform keeps for later what is said while nobody listens
   */
  record Ear(String platform, boolean keeps, Runnable listen, Runnable stop) {}

  OneListener(Ear ear, Leases leases) {
    this.ear = ear;
    this.leases = leases;
    this.lease = "listener:" + ear.platform();
    this.thread = Thread.ofVirtual().name("listens-" + ear.platform()).unstarted(this::takeTurns);
  }

  OneListener start() {
    thread.start();
    return this;
  }

  private void takeTurns() {
    try {
      do {
        try {
          round();
        } catch (RuntimeException | Error e) {
          log.warn("Who listens to {} could not be settled: {}", ear.platform(), e.toString());
        }
      } while (!closing.await(ROUND.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void round() {
    if (leaving) {
      if (listening && leases.another(lease)) {
        stop();
      }
      return;
    }
    boolean ours = leases.hold(lease, LEASE);
    if (ours && !listening) {
      log.info("This process listens to {}", ear.platform());
      ear.listen().run();
      listening = true;
    } else if (!ours && listening) {
      stop();
    }
  }

  /** Whether another process listens now. */
  boolean elsewhere() {
    return leases.another(lease);
  }

  private void stop() {
    log.info("Another process listens to {}; this one only speaks there", ear.platform());
    ear.stop().run();
    listening = false;
  }

  /**
   * Lets another process listen. Where the platform does not keep what is said, goes on until there
   * is one, or until {@link #close}: better heard twice than never.
   */
  synchronized void leave() {
    leaving = true;
    if (!listening) {
      return;
    }
    if (ear.keeps()) {
      ear.stop().run();
      listening = false;
    }
    leases.release(lease);
  }

  /** Takes no more turns. */
  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
