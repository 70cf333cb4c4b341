package io.switchboard.share.expiry;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the end of a day, week, month or year: {@code the end of the month}, {@code 月底}, {@code 이번
 * 달 말}; and until the next one means the same. Weeks end on Sundays.
 */
final class SpanText {
  private static final Pattern DAY = Pattern.compile("(?:the )?end of (?:the )?day");
  private static final Pattern WEEK =
      Pattern.compile(
          "(?:the )?end of (?:the |this )?week|next week|下个?個?(?:周|週|星期|礼拜|禮拜)|本?[周週]末"
              + "|다음 ?주|이번 ?주(?: ?말)?|주말");
  private static final Pattern MONTH =
      Pattern.compile(
          "(?:the )?end of (?:the |this )?month|next month|本?月底|下[个個]?月|다음 ?달|이번 ?달(?: ?말)?|월말");
  private static final Pattern YEAR =
      Pattern.compile("(?:the )?end of (?:the |this )?year|next year|今?年底|明年|내년|연말|올해 ?말?");

  private SpanText() {}

  /** Its last day, as seen today; empty if it is nothing of the kind. */
  static Optional<LocalDate> lastDay(String text, LocalDate today) {
    if (DAY.matcher(text).matches()) {
      return Optional.of(today);
    }
    if (WEEK.matcher(text).matches()) {
      return Optional.of(today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)));
    }
    if (MONTH.matcher(text).matches()) {
      return Optional.of(today.with(TemporalAdjusters.lastDayOfMonth()));
    }
    return YEAR.matcher(text).matches()
        ? Optional.of(today.with(TemporalAdjusters.lastDayOfYear()))
        : Optional.empty();
  }
}
