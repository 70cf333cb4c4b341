package io.switchboard.share;

import java.time.Duration;

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
}
