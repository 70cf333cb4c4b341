package io.switchboard.share.expiry;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a day: {@code tomorrow}, {@code Friday}, {@code 2026-12-31}, {@code 31 December}. */
final class DayText {
  private static final Map<String, Integer> AHEAD = new HashMap<>();
  private static final Map<String, DayOfWeek> WEEKDAYS = new HashMap<>();
  private static final Map<String, Month> MONTHS = new HashMap<>();

  private static final Pattern NEXT =
      Pattern.compile("next (\\p{L}+)|下个?個?((?:周|週|星期|礼拜|禮拜).)|다음 ?주 ?(\\p{L}+)");
  private static final Pattern ISO = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
  private static final Pattern DOTS =
      Pattern.compile("(\\d{1,2})\\. ?(\\d{1,2})\\.(?: ?(\\d{4}))?");
  private static final Pattern SIGNS =
      Pattern.compile("(?:(\\d{4}) ?[年년] ?)?(\\d{1,2}) ?[月월] ?(\\d{1,2}) ?[日号號일]");
  private static final Pattern DAY_MONTH =
      Pattern.compile(
          "(?:the )?(\\d{1,2})(?:st|nd|rd|th)?\\.?(?: of)? (\\p{L}+)\\.?,?(?: (\\d{4}))?");
  private static final Pattern MONTH_DAY =
      Pattern.compile("(\\p{L}+)\\.? (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?");

  static {
    List.of("today", "tonight", "今天", "今日", "今", "오늘").forEach(word -> AHEAD.put(word, 0));
    List.of("tomorrow", "明天", "明日", "明", "내일").forEach(word -> AHEAD.put(word, 1));
    List.of("the day after tomorrow", "后天", "後天", "모레").forEach(word -> AHEAD.put(word, 2));
    for (DayOfWeek day : DayOfWeek.values()) {
      for (TextStyle style : List.of(TextStyle.FULL, TextStyle.SHORT)) {
        for (Locale in : List.of(Locale.ENGLISH, Locale.KOREAN)) {
          WEEKDAYS.put(day.getDisplayName(style, in).toLowerCase(Locale.ROOT), day);
        }
      }
      String sign = "一二三四五六日".substring(day.getValue() - 1, day.getValue());
      for (String week : List.of("周", "週", "星期", "礼拜", "禮拜")) {
        WEEKDAYS.put(week + sign, day);
      }
    }
    List.of("周天", "週天", "星期天", "礼拜天", "禮拜天").forEach(w -> WEEKDAYS.put(w, DayOfWeek.SUNDAY));
    WEEKDAYS.put("tues", DayOfWeek.TUESDAY);
    WEEKDAYS.put("thur", DayOfWeek.THURSDAY);
    WEEKDAYS.put("thurs", DayOfWeek.THURSDAY);
    for (Month month : Month.values()) {
      for (TextStyle style : List.of(TextStyle.FULL, TextStyle.SHORT)) {
        MONTHS.put(month.getDisplayName(style, Locale.ENGLISH).toLowerCase(Locale.ROOT), month);
      }
    }
    MONTHS.put("sept", Month.SEPTEMBER);
  }

  private DayText() {}

  /**
   * A day.
   *
   * @param next when it comes again, if it does
   */
  record Day(LocalDate date, @Nullable LocalDate next) {
    Optional<LocalDate> again() {
      return Optional.ofNullable(next);
    }
  }

  /**
   * The day that is named, as seen today.
   *
   * @throws java.time.DateTimeException if there is no such day
   */
  static Optional<Day> of(String text, LocalDate today) {
    String wanted =
        text.strip().replaceFirst("^(?:on |this )", "").replaceFirst("(?<=\\p{L})\\.$", "");
    Optional<LocalDate> span = SpanText.lastDay(wanted, today);
    if (span.isPresent()) {
      return span.map(last -> new Day(last, null));
    }
    Optional<Day> next = nextWeekday(wanted, today);
    if (next.isPresent()) {
      return next;
    }
    Integer ahead = AHEAD.get(wanted);
    if (ahead != null) {
      return Optional.of(new Day(today.plusDays(ahead), null));
    }
    DayOfWeek weekday = WEEKDAYS.get(wanted);
    if (weekday != null) {
      LocalDate date = today.with(TemporalAdjusters.nextOrSame(weekday));
      return Optional.of(new Day(date, date.plusDays(7)));
    }
    return date(wanted, today);
  }

  /** Said on a Friday, the next Friday is not that day; in Chinese and Korean it is next week's. */
  private static Optional<Day> nextWeekday(String text, LocalDate today) {
    Matcher next = NEXT.matcher(text);
    if (!next.matches()) {
      return Optional.empty();
    }
    String english = next.group(1);
    DayOfWeek weekday =
        WEEKDAYS.get(
            english != null ? english : next.group(2) != null ? next.group(2) : next.group(3));
    return Optional.ofNullable(weekday)
        .map(
            day ->
                english != null
                    ? today.with(TemporalAdjusters.next(day))
                    : today
                        .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                        .plusDays(day.getValue() - 1))
        .map(date -> new Day(date, date.plusDays(7)));
  }

  private static Optional<Day> date(String text, LocalDate today) {
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      return Optional.of(day(iso.group(1), number(iso.group(2)), iso.group(3), today));
    }
    Matcher dots = DOTS.matcher(text);
    if (dots.matches()) {
      return Optional.of(day(dots.group(3), number(dots.group(2)), dots.group(1), today));
    }
    Matcher signs = SIGNS.matcher(text);
    if (signs.matches()) {
      return Optional.of(day(signs.group(1), number(signs.group(2)), signs.group(3), today));
    }
    Matcher dayFirst = DAY_MONTH.matcher(text);
    if (dayFirst.matches()) {
      return month(dayFirst.group(2))
          .map(m -> day(dayFirst.group(3), m.getValue(), dayFirst.group(1), today));
    }
    Matcher monthFirst = MONTH_DAY.matcher(text);
    return monthFirst.matches()
        ? month(monthFirst.group(1))
            .map(m -> day(monthFirst.group(3), m.getValue(), monthFirst.group(2), today))
        : Optional.empty();
  }

  private static Optional<Month> month(String name) {
    return Optional.ofNullable(MONTHS.get(name));
  }

  private static Day day(@Nullable String year, int month, String day, LocalDate today) {
    if (year != null) {
      return new Day(LocalDate.of(number(year), month, number(day)), null);
    }
    LocalDate date = LocalDate.of(today.getYear(), month, number(day));
    return date.isBefore(today)
        ? new Day(date.plusYears(1), null)
        : new Day(date, date.plusYears(1));
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
