package io.switchboard.queue.limit;

import io.switchboard.queue.limit.rule.Limit;
import java.time.Instant;

/**
 * The limit that refuses a request.
 *
 * @param scope whose limit: {@code default}, {@code member}, a role or a place in the
 *     configuration's words
 * @param used so much of it is used, what runs included
 * @param backAt when one more request of this size is let in; {@link Instant#MAX} if it never can
 *     be
 */
public record LimitReached(Limit limit, String scope, long used, Instant backAt) {}
