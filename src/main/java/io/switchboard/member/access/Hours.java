package io.switchboard.member.access;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The hours of the week in which somebody is let in, by the server's clock: {@code mon-fri
 * 09:00-17:00, sat 10-14}. Without days, every day; one that ends before it begins ends on the next
 * day.
 *
 * @param written as it was written, tidied
 */
public record Hours(String written, List<Slot> slots) {
  private static final String DAY = "mon|tue|wed|thu|fri|sat|sun";
  private static final String TIME = "([01]?\\d|2[0-4])(?::([0-5]\\d))?";
  private static final Pattern SLOT =
      Pattern.compile(
          "(?:(" + DAY + ")(?:\\s*-\\s*(" + DAY + "))?\\s+)?" + TIME + "\\s*-\\s*" + TIME);
  private static final int LONGEST = 200;

  /**
   * A time of some days.
   *
   * @param minutes how long it is, 1 to 1440
   */
  public record Slot(Set<DayOfWeek> days, LocalTime from, int minutes) {}

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException saying how it is meant
   */
  public static Hours parse(String text) {
    String tidy = text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    List<Slot> slots = new ArrayList<>();
    for (String part : tidy.split(",", -1)) {
      slots.add(slot(part.strip()));
    }
    if (tidy.length() > LONGEST) {
      throw new IllegalArgumentException("hours are at most " + LONGEST + " characters long");
    }
    return new Hours(tidy, List.copyOf(slots));
  }

  private static Slot slot(String part) {
    Matcher slot = SLOT.matcher(part);
    if (!slot.matches()) {
      throw wrong(part);
    }
    int from = minutes(slot.group(3), slot.group(4));
    int to = minutes(slot.group(5), slot.group(6));
    if (from > 1439 || to > 1440 || from == to) {
      throw wrong(part);
    }
    return new Slot(
        days(slot.group(1), slot.group(2)),
        LocalTime.ofSecondOfDay(from * 60L),
        to > from ? to - from : to + 1440 - from);
  }

  private static IllegalArgumentException wrong(String part) {
    return new IllegalArgumentException(
        "hours are written as mon-fri 09:00-17:00, not \"" + part + "\"");
  }

  private static int minutes(String hours, @Nullable String minutes) {
    return Integer.parseInt(hours) * 60 + (minutes == null ? 0 : Integer.parseInt(minutes));
  }

  private static Set<DayOfWeek> days(@Nullable String first, @Nullable String last) {
    if (first == null) {
      return EnumSet.allOf(DayOfWeek.class);
    }
    DayOfWeek end = day(last == null ? first : last);
    Set<DayOfWeek> days = EnumSet.of(end);
    for (DayOfWeek day = day(first); day != end; day = day.plus(1)) {
      days.add(day);
    }
    return days;
  }

  private static DayOfWeek day(String name) {
    return Stream.of(DayOfWeek.values())
        .filter(day -> day.name().toLowerCase(Locale.ROOT).startsWith(name))
        .findFirst()
        .orElseThrow();
  }

  /** Whether it is one of these hours. */
  public boolean open(Instant at, ZoneId zone) {
    LocalDateTime clock = LocalDateTime.ofInstant(at, zone);
    return slots.stream().anyMatch(slot -> in(slot, clock, 0) || in(slot, clock, 1));
  }

  private static boolean in(Slot slot, LocalDateTime clock, int daysAgo) {
    LocalDate day = clock.toLocalDate().minusDays(daysAgo);
    long since = ChronoUnit.SECONDS.between(day.atTime(slot.from()), clock);
    return slot.days().contains(day.getDayOfWeek()) && since >= 0 && since < slot.minutes() * 60L;
  }

  /** When the next of these hours begins, as the clock will show it then. */
  public Instant opensAfter(Instant at, ZoneId zone) {
    LocalDate today = LocalDate.ofInstant(at, zone);
    return Stream.iterate(today, day -> day.plusDays(1))
        .limit(9)
        .flatMap(
            day ->
                slots.stream()
                    .filter(slot -> slot.days().contains(day.getDayOfWeek()))
                    .map(slot -> day.atTime(slot.from()).atZone(zone).toInstant()))
        .filter(begins -> begins.isAfter(at))
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }
}
