package io.switchboard.alert;

import io.switchboard.queue.daily.Sums;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.What;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** So much for everybody together in a part of the calendar. */
record Budget(Limit limit) {
  /**
   * Reads one.
   *
   * @throws IllegalArgumentException saying how it is meant
   */
  static Budget parse(String text) {
    Limit limit = Limit.parse(text);
    boolean calendar =
        switch (limit.window()) {
          case CALENDAR_DAY, CALENDAR_WEEK, CALENDAR_MONTH -> true;
          default -> false;
        };
    boolean counted =
        limit.what() == What.MONEY || limit.what() == What.TOKENS || limit.what() == What.REQUESTS;
    if (!calendar || !counted || limit.amount() == 0) {
      throw new IllegalArgumentException(
          "budgets: expected money, tokens or requests per calendar day, week or month, such as"
              + " 50 USD/calendar month, not \""
              + text
              + "\"");
    }
    return new Budget(limit);
  }

  /** The first of the days that count today. */
  LocalDate from(LocalDate today) {
    return switch (limit.window()) {
      case CALENDAR_DAY -> today;
      case CALENDAR_WEEK -> today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      default -> today.withDayOfMonth(1);
    };
  }

  long used(Sums sums) {
    return switch (limit.what()) {
      case MONEY -> sums.money();
      case TOKENS -> sums.tokens();
      default -> sums.requests();
    };
  }
}
