package io.switchboard.community.digest;

import io.switchboard.community.CommunitySettings.Weekly;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * When something that is due once a week is due, by the clock on the wall of that zone: an hour
 * that a change of the clocks leaves out is the next there is.
 *
 * @param weekly empty for never
 */
public record WeekClock(InstantSource time, ZoneId zone, Optional<Weekly> weekly) {
  /** The time now. */
  public Instant now() {
    return time.instant();
  }

  /** The next one after now. */
  public Optional<ZonedDateTime> next() {
    ZonedDateTime now = now().atZone(zone);
    return weekly.map(
        w -> {
          ZonedDateTime this_ = on(now, w);
          return this_.isAfter(now) ? this_ : on(now.plusWeeks(1), w);
        });
  }

  /** The last one up to now, if it was not longer ago. */
  public Optional<ZonedDateTime> last(Duration longest) {
    ZonedDateTime now = now().atZone(zone);
    return weekly
        .map(
            w -> {
              ZonedDateTime before = on(now, w);
              return before.isAfter(now) ? on(now.minusWeeks(1), w) : before;
            })
        .filter(due -> Duration.between(due, now).compareTo(longest) <= 0);
  }

  /** The one of the week that ends with the day, counted from the day after it. */
  private ZonedDateTime on(ZonedDateTime day, Weekly weekly) {
    return day.toLocalDate()
        .with(TemporalAdjusters.nextOrSame(weekly.day()))
        .atTime(weekly.time())
        .atZone(zone);
  }
}
