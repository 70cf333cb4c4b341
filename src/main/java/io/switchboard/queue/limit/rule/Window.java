package io.switchboard.queue.limit.rule;

import java.time.Duration;
import java.util.Locale;

/** A sliding window. */
public enum Window {
  MINUTE(Duration.ofMinutes(1)),
  HOUR(Duration.ofHours(1)),
  DAY(Duration.ofDays(1)),
  WEEK(Duration.ofDays(7)),
  MONTH(Duration.ofDays(30));

  private final Duration length;

  Window(Duration length) {
    this.length = length;
  }

  /** How long it is. */
  public Duration length() {
    return length;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
