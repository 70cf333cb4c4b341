package io.switchboard.queue.limit.ledger;

import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.Zone;

/**
 * A limit that binds somebody.
 *
 * @param scope where it is said: {@code default}, {@code member}, a role or a place
 * @param subject whose use counts: {@code member:5}, or a place that all use up together
 * @param zone where the windows of the calendar begin
 */
public record Quota(Limit limit, String scope, String subject, Zone zone) {}
