package io.switchboard.member;

import java.time.Instant;
import java.time.ZoneId;

/**
 * Where a member's days begin.
 *
 * @param since when they said so
 */
public record HomeZone(ZoneId id, Instant since) {}
