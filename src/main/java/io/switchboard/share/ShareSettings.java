package io.switchboard.share;

import io.switchboard.share.expiry.Expiry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the admin allows for links.
 *
 * @param defaultExpiry how long a link lives unless its owner says otherwise; not longer than
 *     {@code maxExpiry}
 * @param maxExpiry the longest an owner may choose
 * @param neverExpires whether an owner may choose a link without end
 * @param deleteAfter how long after its end the text of a share is kept; 0 for until the next hour
 */
public record ShareSettings(
    Duration defaultExpiry, Duration maxExpiry, boolean neverExpires, Duration deleteAfter) {
  public static final ShareSettings DEFAULTS =
      new ShareSettings(Duration.ofDays(7), Duration.ofDays(90), false, Duration.ofDays(7));

  public ShareSettings {
    if (!defaultExpiry.isPositive() || !maxExpiry.isPositive()) {
      throw new IllegalArgumentException("defaultExpiry, maxExpiry: more than no time, such as 7d");
    }
    if (deleteAfter.isNegative()) {
      throw new IllegalArgumentException("deleteAfter: a time such as 7d, or 0s");
    }
  }

  /** Whether an owner may choose this for a link that begins then. */
  public boolean allow(Expiry expiry, Instant from) {
    return expiry instanceof Expiry.Never
        ? neverExpires
        : length(expiry, from)
            .filter(length -> length.isPositive() && length.compareTo(maxExpiry) <= 0)
            .isPresent();
  }

  /** How long a link lives that begins then; empty if it has no end. */
  public Optional<Duration> length(Expiry expiry, Instant from) {
    return switch (expiry) {
      case Expiry.Default chosen ->
          Optional.of(defaultExpiry.compareTo(maxExpiry) > 0 ? maxExpiry : defaultExpiry);
      case Expiry.After after -> Optional.of(after.duration());
      case Expiry.At at -> Optional.of(Duration.between(from, at.time()));
      case Expiry.Never never -> Optional.empty();
    };
  }

  /** The end of a link that begins then; null if it has none. */
  public @Nullable Instant end(Expiry expiry, Instant from) {
    return expiry instanceof Expiry.At(Instant at)
        ? at
        : length(expiry, from).map(from::plus).orElse(null);
  }
}
