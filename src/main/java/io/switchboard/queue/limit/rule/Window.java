package io.switchboard.queue.limit.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The time in which use is counted: one that slides, so that each use counts for as long as the
 * window is, or one of the calendar, which begins anew for all at once.
 */
public enum Window {
  MINUTE(Duration.ofMinutes(1), false),
  HOUR(Duration.ofHours(1), false),
  DAY(Duration.ofDays(1), false),
  WEEK(Duration.ofDays(7), false),
  MONTH(Duration.ofDays(30), false),
  CALENDAR_MINUTE(Duration.ofMinutes(1), true),
  CALENDAR_HOUR(Duration.ofHours(1), true),
  CALENDAR_DAY(Duration.ofDays(1), true),
  CALENDAR_WEEK(Duration.ofDays(7), true),
  CALENDAR_MONTH(Duration.ofDays(31), true),
  /** No window: a bound that holds at any time. */
  ALWAYS(Duration.ZERO, false);

  /** What was used longer ago than this counts in no window. */
  public static final Duration LONGEST = Duration.ofDays(32);

  private static final String CALENDAR = "calendar ";

  private final Duration length;
  private final boolean calendar;

  Window(Duration length, boolean calendar) {
    this.length = length;
    this.calendar = calendar;
  }

  /** How long it is; of a window of the calendar, about. */
  public Duration length() {
    return length;
  }

  /** Those in which use is counted. */
  public static List<Window> all() {
    return Arrays.stream(values()).filter(window -> window != ALWAYS).toList();
  }

  /**
   * When the window that ends or goes on now opened: what was used after that counts; of a window
   * of the calendar, also what was used at that instant.
   */
  public Instant opens(Instant now, Zone zone) {
    if (!calendar) {
      return now.minus(length);
    }
    Instant begun = Calendar.begins(this, now, zone.id()).minusNanos(1000);
    Instant slides = now.minus(length);
    return now.isBefore(zone.since().plus(length)) && slides.isBefore(begun) ? slides : begun;
  }

  /** When something used at that time counts no more. */
  public Instant leaves(Instant used, Zone zone) {
    if (!calendar) {
      return used.plus(length);
    }
    Instant ends = Calendar.ends(this, used, zone.id());
    Instant slid = earlier(used, zone.since()).plus(length);
    return slid.isAfter(ends) ? slid : ends;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  static Optional<Window> written(String word) {
    String wanted = word.strip().replaceAll("[\\s_-]+", " ").toLowerCase(Locale.ROOT);
    return all().stream().filter(window -> window.word().equals(wanted)).findFirst();
  }

  /** As it is written after a slash. */
  String word() {
    String name = name().toLowerCase(Locale.ROOT);
    return calendar ? CALENDAR + name.substring(CALENDAR.length()) : name;
  }
}
