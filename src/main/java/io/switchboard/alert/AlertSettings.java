package io.switchboard.alert;

import java.time.Duration;
import java.util.List;

/**
 * What is worth telling the staff.
 *
 * @param budgets of everybody together, per calendar day, week or month: {@code 50 USD/calendar
 *     month}, {@code 1000000tokens/calendar day}; told at 80 and at 100 per cent
 * @param queue told when so many questions wait; 0 for never
 * @param platform told when one cannot be reached for so long; 0s for never
 * @param disk told when so many per cent of the disk with the data are full; 0 for never
 */
public record AlertSettings(List<String> budgets, int queue, Duration platform, int disk) {
  /** No budget. */
  public static final AlertSettings DEFAULTS =
      new AlertSettings(List.of(), 50, Duration.ofMinutes(5), 90);

  public AlertSettings {
    budgets = List.copyOf(budgets);
    budgets.forEach(Budget::parse);
    if (queue < 0) {
      throw new IllegalArgumentException("queue: expected 0 or more, not " + queue);
    }
    if (platform.isNegative()) {
      throw new IllegalArgumentException("platform: expected a time such as 5m, or 0s");
    }
    if (disk < 0 || disk > 100) {
      throw new IllegalArgumentException("disk: expected 0 to 100 per cent, not " + disk);
    }
  }
}
