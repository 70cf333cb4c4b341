package io.switchboard.queue.limit;

import io.switchboard.queue.limit.rule.Limit;

/**
 * A limit that holds at any time.
 *
 * @param shared whether all who ask there have so much together
 */
public record Bound(Limit limit, boolean shared) {}
