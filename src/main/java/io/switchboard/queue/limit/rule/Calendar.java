package io.switchboard.queue.limit.rule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * The windows of the calendar. They cut time into pieces without gaps: each instant is in exactly
 * one, whatever the clocks do. Minutes and hours are those of the clock; where clocks are put
 * forward or back, a new one begins at that instant. A day begins at the first instant of its date,
 * so that it may be 23 or 25 hours long; a week begins on Monday.
 */
final class Calendar {
  private Calendar() {}

  /** The first instant of the window that this one is in. */
  static Instant begins(Window window, Instant at, ZoneId zone) {
    return window.length().compareTo(Duration.ofDays(1)) < 0
        ? clockBegins(window.length(), at, zone.getRules())
        : around(window, at, zone).begins();
  }

  /** The first instant of the next window. */
  static Instant ends(Window window, Instant at, ZoneId zone) {
    return window.length().compareTo(Duration.ofDays(1)) < 0
        ? clockEnds(window.length(), at, zone.getRules())
        : around(window, at, zone).ends();
  }

  private static Instant clockBegins(Duration length, Instant at, ZoneRules rules) {
    Instant begins = at.minusSeconds(Math.floorMod(clock(at, rules), length.toSeconds()));
    begins = Instant.ofEpochSecond(begins.getEpochSecond());
    // One that is put at this very instant has happened: look from just after it.
    ZoneOffsetTransition last = rules.previousTransition(at.plusNanos(1));
    return last != null && last.getInstant().isAfter(begins) ? last.getInstant() : begins;
  }

  private static Instant clockEnds(Duration length, Instant at, ZoneRules rules) {
    long left = length.toSeconds() - Math.floorMod(clock(at, rules), length.toSeconds());
    Instant ends = Instant.ofEpochSecond(at.getEpochSecond()).plusSeconds(left);
    ZoneOffsetTransition next = rules.nextTransition(at);
    return next != null && next.getInstant().isBefore(ends) ? next.getInstant() : ends;
  }

  /** What the clock shows, in seconds. */
  private static long clock(Instant at, ZoneRules rules) {
    return at.getEpochSecond() + rules.getOffset(at).getTotalSeconds();
  }

  private record Between(Instant begins, Instant ends) {}

  /** Where clocks are put back over midnight, a date comes twice: its first beginning counts. */
  private static Between around(Window window, Instant at, ZoneId zone) {
    LocalDate first = first(window, LocalDate.ofInstant(at, ZoneOffset.UTC).minusDays(2));
    Instant begins = first.atStartOfDay(zone).toInstant();
    while (true) {
      first = next(window, first);
      Instant ends = first.atStartOfDay(zone).toInstant();
      if (ends.isAfter(at)) {
        return new Between(begins, ends);
      }
      begins = ends;
    }
  }

  private static LocalDate first(Window window, LocalDate date) {
    return switch (window) {
      case CALENDAR_WEEK -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case CALENDAR_MONTH -> date.withDayOfMonth(1);
      default -> date;
    };
  }

  private static LocalDate next(Window window, LocalDate date) {
    return switch (window) {
      case CALENDAR_WEEK -> date.plusWeeks(1);
      case CALENDAR_MONTH -> date.plusMonths(1);
      default -> date.plusDays(1);
    };
  }
}
