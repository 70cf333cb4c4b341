package io.switchboard.queue.limit;

import io.switchboard.queue.limit.rule.Limit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A limit that binds somebody, and how far it is used.
 *
 * @param scope where it is said: {@code default}, {@code member}, a role or a place
 * @param used within the window that ends now; what waits and runs is counted as expected
 * @param backAt when one more is let in; null if one more is let in now; {@link Instant#MAX} if
 *     never
 */
public record LimitUse(Limit limit, String scope, long used, @Nullable Instant backAt) {
  /** So much is left. */
  public long left() {
    return Math.max(0, limit.amount() - used);
  }
}
