package io.switchboard.forget;

import java.time.Duration;

/**
 * How long things are kept that nobody uses any more.
 *
 * @param conversationsAfter a conversation goes when nothing was asked in it for so long; 0 for
 *     never
 * @param membersAfter a member is forgotten who was not seen for so long; 0 for never
 */
public record ForgetSettings(Duration conversationsAfter, Duration membersAfter) {
  public static final ForgetSettings DEFAULTS = new ForgetSettings(Duration.ZERO, Duration.ZERO);

  public ForgetSettings {
    if (conversationsAfter.isNegative() || membersAfter.isNegative()) {
      throw new IllegalArgumentException(
          "conversationsAfter, membersAfter: a time such as 365d, or 0s for never");
    }
  }
}
