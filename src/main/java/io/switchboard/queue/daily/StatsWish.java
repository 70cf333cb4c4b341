package io.switchboard.queue.daily;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to see.
 *
 * @param csv whether as a file
 */
public record StatsWish(By by, boolean csv, LocalDate from, LocalDate to) {
  /** The longest that is shown at once. */
  public static final int MOST_DAYS = 366;

  private static final int USUALLY = 7;
  private static final Map<String, By> KINDS =
      Map.of("days", By.ALL, "members", By.MEMBER, "places", By.PLACE, "models", By.MODEL);
  private static final Pattern BACK = Pattern.compile("(\\d{1,3})\\s*(d|days?|w|weeks?)");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
  private static final Pattern RANGE =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:\\s*\\.\\.\\s*(\\d{4}-\\d{2}-\\d{2}))?");

  /**
   * Reads {@code members 30d}, {@code csv 2026-11}, {@code 2026-11-01..2026-11-15}, {@code today};
   * the last week by days where nothing is said.
   *
   * @param today where the server is
   * @return empty if it means nothing, or more than {@link #MOST_DAYS}
   */
  public static Optional<StatsWish> read(String written, LocalDate today) {
    String rest = written.strip().toLowerCase(Locale.ROOT);
    By by = By.ALL;
    boolean csv = false;
    String[] words = rest.split("\\s+", 2);
    By kind = KINDS.get(words[0]);
    if (kind != null || words[0].equals("csv")) {
      by = kind == null ? By.ALL : kind;
      csv = kind == null;
      rest = words.length > 1 ? words[1] : "";
    }
    try {
      StatsWish wish = span(by, csv, rest, today);
      return wish == null
              || wish.to().isBefore(wish.from())
              || wish.from().plusDays(MOST_DAYS).isBefore(wish.to().plusDays(1))
          ? Optional.empty()
          : Optional.of(wish);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static @Nullable StatsWish span(By by, boolean csv, String written, LocalDate today) {
    Matcher back = BACK.matcher(written);
    Matcher range = RANGE.matcher(written);
    if (written.isEmpty()) {
      return new StatsWish(by, csv, today.minusDays(USUALLY - 1), today);
    }
    if (written.equals("today")) {
      return new StatsWish(by, csv, today, today);
    }
    if (back.matches()) {
      int days = Integer.parseInt(back.group(1)) * (back.group(2).startsWith("w") ? 7 : 1);
      return new StatsWish(by, csv, today.minusDays(days - 1L), today);
    }
    if (MONTH.matcher(written).matches()) {
      YearMonth month = YearMonth.parse(written);
      return new StatsWish(by, csv, month.atDay(1), month.atEndOfMonth());
    }
    if (range.matches()) {
      LocalDate from = LocalDate.parse(range.group(1));
      return new StatsWish(
          by, csv, from, range.group(2) == null ? from : LocalDate.parse(range.group(2)));
    }
    return null;
  }
}
