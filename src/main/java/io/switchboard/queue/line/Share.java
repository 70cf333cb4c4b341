package io.switchboard.queue.line;

import org.jspecify.annotations.Nullable;

/**
 * What a member may have of the account.
 *
 * @param atOnce so many may run at once; null for any number
 * @param weight of two who wait all the time, the one with twice the weight gets twice the tokens
 */
public record Share(@Nullable Integer atOnce, double weight) {}
