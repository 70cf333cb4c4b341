package io.switchboard.share;

import java.time.Duration;

/** When a link ends. */
public sealed interface Expiry {
  /** After the admin's default. */
  record Default() implements Expiry {}

  /** After this long, if the admin allows so much. */
  record After(Duration duration) implements Expiry {}

  /** Never, if the admin allows that. */
  record Never() implements Expiry {}

  /**
   * Reads {@code 24h}, {@code 90m}, {@code 7d}, {@code 2 weeks}, {@code never}.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  static Expiry parse(String text) {
    throw new UnsupportedOperationException(text);
  }
}
