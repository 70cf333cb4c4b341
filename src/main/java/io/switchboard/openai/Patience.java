package io.switchboard.openai;

import java.time.Duration;

/**
 * How long a server may be silent before its answer counts as stalled.
 *
 * @param first until the first piece of the answer; models may think for long before it
 * @param between from then on, between any two signs of life
 */
public record Patience(Duration first, Duration between) {
  public static final Patience DEFAULTS =
      new Patience(Duration.ofSeconds(120), Duration.ofSeconds(60));

  public Patience {
    if (!first.isPositive() || !between.isPositive()) {
      throw new IllegalArgumentException("patience: must be longer than nothing");
    }
  }
}
