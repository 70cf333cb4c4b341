package io.switchboard.member;

import java.time.DateTimeException;
import java.time.ZoneId;

/**
 * Where days begin: for limits of the calendar, hours of access and dates that admins write.
 *
 * @param zone of places, and of people who have not said theirs; as in Europe/Berlin
 */
public record TimeSettings(String zone) {
  /** Universal time. */
  public static final TimeSettings DEFAULTS = new TimeSettings("UTC");

  public TimeSettings {
    zone = zone.strip();
    try {
      ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "zone: expected a time zone such as Europe/Berlin, Asia/Seoul or UTC, not \""
              + zone
              + "\"",
          e);
    }
  }

  /** The zone itself. */
  public ZoneId id() {
    return ZoneId.of(zone);
  }
}
