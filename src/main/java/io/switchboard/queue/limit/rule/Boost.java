package io.switchboard.queue.limit.rule;

import java.time.Duration;
import java.time.Instant;

/**
 * More of something for a time, on top of all of a member's own limits for it. It is used up first,
 * and what it covered does not count in any window afterwards.
 *
 * @param amount so much in all, at least 1
 * @param until ends by itself at this instant
 */
public record Boost(What what, long amount, Instant from, Instant until) {
  /** The longest that one may last. */
  public static final Duration LONGEST = Window.MONTH.length();

  public Boost {
    if (amount < 1 || !until.isAfter(from)) {
      throw new IllegalArgumentException("a boost is 1 or more, and ends after it begins");
    }
  }

  /** Whether it runs at that time. */
  public boolean covers(Instant at) {
    return !at.isBefore(from) && at.isBefore(until);
  }

  /**
   * One that has not ended.
   *
   * @param left so much of it is not used yet
   */
  public record Running(Boost boost, long left) {}
}
