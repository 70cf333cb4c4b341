package io.switchboard.queue.limit;

import io.switchboard.queue.limit.rule.Limit;

/**
 * A limit that holds at any time.
 *
 * @param scope where it is said: {@code default}, {@code member}, a role or a place
 * @param shared whether all who ask there have so much together
 */
public record Bound(Limit limit, String scope, boolean shared) {}
