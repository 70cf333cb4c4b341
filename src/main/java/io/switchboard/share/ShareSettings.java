package io.switchboard.share;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the admin allows for links.
 *
 * @param defaultExpiry how long a link lives unless its owner says otherwise
 * @param maxExpiry the longest an owner may choose
 * @param neverExpires whether an owner may choose a link without end
 */
public record ShareSettings(Duration defaultExpiry, Duration maxExpiry, boolean neverExpires) {
  public static final ShareSettings DEFAULTS =
      new ShareSettings(Duration.ofDays(7), Duration.ofDays(90), false);

  /** Whether an owner may choose this. */
  public boolean allow(Expiry expiry) {
    return switch (expiry) {
      case Expiry.Default chosen -> true;
      case Expiry.After after -> after.duration().compareTo(maxExpiry) <= 0;
      case Expiry.Never never -> neverExpires;
    };
  }

  /** How long a link lives; empty if it has no end. */
  public Optional<Duration> length(Expiry expiry) {
    return switch (expiry) {
      case Expiry.Default chosen -> Optional.of(defaultExpiry);
      case Expiry.After after -> Optional.of(after.duration());
      case Expiry.Never never -> Optional.empty();
    };
  }

  /** The end of a link that begins then; null if it has none. */
  @Nullable Instant end(Expiry expiry, Instant from) {
    return length(expiry).map(from::plus).orElse(null);
  }
}
