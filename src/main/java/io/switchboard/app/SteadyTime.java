package io.switchboard.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The machine's clock, which is not followed when it is set back: leases, pauses that a server
 * asked for and everything else that ends at an instant would otherwise wait for as long as it was
 * set back. This one goes on from where it was, at half the speed, until the machine's has caught
 * up with it. Being set forward is followed at once, for that is also what waking up looks like.
 */
final class SteadyTime implements InstantSource {
  private static final Logger log = LoggerFactory.getLogger(SteadyTime.class);

  /** Less is what every clock does that is set over the network. */
  private static final Duration WORTH_SAYING = Duration.ofSeconds(2);

  private final InstantSource machine;
  private final LongSupplier nanos;
  private Instant last;
  private long lastNanos;
  private Duration ahead = Duration.ZERO;

  SteadyTime(InstantSource machine) {
    this(machine, System::nanoTime);
  }

  /**
   * @param nanos counts the nanoseconds that go by, whatever is done to the clock
   */
  SteadyTime(InstantSource machine, LongSupplier nanos) {
    this.machine = machine;
    this.nanos = nanos;
    this.last = machine.instant();
    this.lastNanos = nanos.getAsLong();
  }

  @Override
  public synchronized Instant instant() {
    Instant now = machine.instant();
    long nanosNow = nanos.getAsLong();
    Duration passed = Duration.ofNanos(Math.max(0, nanosNow - lastNanos));
    if (now.isBefore(last)) {
      Duration back = Duration.between(now, last).plus(passed);
      if (back.compareTo(WORTH_SAYING) > 0) {
        log.warn(
            "The clock of this machine was set back by {} s; here it goes on at half the speed"
                + " until it is right. A restart takes the machine's time at once.",
            back.toSeconds());
      }
      ahead = ahead.plus(back);
    }
    Duration half = passed.dividedBy(2);
    ahead = ahead.compareTo(half) > 0 ? ahead.minus(half) : Duration.ZERO;
    last = now;
    lastNanos = nanosNow;
    return now.plus(ahead);
  }
}
