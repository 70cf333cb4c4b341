package io.switchboard.queue.limit.rule;

import java.time.Instant;
import java.time.ZoneId;

/**
 * Where somebody's days begin. After a change of zone, a window of the calendar also slides until
 * one of its length is over: otherwise whoever travels from midnight to midnight would begin a new
 * day every hour.
 *
 * @param since when it was changed last
 */
public record Zone(ZoneId id, Instant since) {
  /** One that never changed. */
  public static Zone of(ZoneId id) {
    return new Zone(id, Instant.EPOCH);
  }
}
