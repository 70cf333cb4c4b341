package io.switchboard.demo;

import java.time.Duration;

/**
 * How the demonstration answers.
 *
 * @param concurrency how many answers at once, 1 to 1000
 * @param thinking before the first character
 * @param pace characters a second, 1 to 1,000,000; Chinese, Japanese and Korean ones count
 *     threefold
 */
public record DemoSettings(int concurrency, Duration thinking, int pace) {
  /** Like a model of middling speed: about 45 tokens a second. */
  public static final DemoSettings DEFAULTS = new DemoSettings(4, Duration.ofMillis(600), 180);

  public DemoSettings {
    if (concurrency < 1 || concurrency > 1000) {
      throw new IllegalArgumentException("concurrency: 1 to 1000");
    }
    if (thinking.isNegative()) {
      throw new IllegalArgumentException("thinking: must not be negative");
    }
    if (pace < 1 || pace > 1_000_000) {
      throw new IllegalArgumentException("pace: 1 to 1000000");
    }
  }
}
