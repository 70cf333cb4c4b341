package io.switchboard.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Runs with the real time, which the platforms' libraries go by, and can be set. */
public final class SteppedClock implements InstantSource {
  private volatile Duration ahead = Duration.ZERO;

  /** Sets it forward, or back. */
  public synchronized void step(Duration by) {
    ahead = ahead.plus(by);
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }
}
