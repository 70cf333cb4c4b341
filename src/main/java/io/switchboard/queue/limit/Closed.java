package io.switchboard.queue.limit;

import java.time.Instant;

/**
 * It is none of the hours in which questions may be asked.
 *
 * @param scope where the hours are said: {@code default}, a role or a place
 * @param opensAt when the next begin
 */
public record Closed(String scope, Instant opensAt) {}
