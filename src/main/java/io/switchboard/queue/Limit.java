package io.switchboard.queue;

import java.time.Duration;

/**
 * So much of something in a window, as in {@code 30/hour} (requests) or {@code 20000tokens/hour}.
 *
 * @param amount at least 0
 */
public record Limit(What what, long amount, Window window) {
  /** What is limited. */
  public enum What {
    REQUESTS,
    TOKENS
  }

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
  }

  /**
   * Reads {@code 30/hour}, {@code 50/day}, {@code 20000tokens/hour}.
   *
   * @throws IllegalArgumentException saying how it is meant
   */
  public static Limit parse(String text) {
    throw new UnsupportedOperationException(text);
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    String unit = what == What.REQUESTS ? "" : "tokens";
    return amount + unit + "/" + window.name().toLowerCase(java.util.Locale.ROOT);
  }
}
