package io.switchboard.queue.daily;

import io.switchboard.db.Database;
import io.switchboard.db.shared.SharedTime;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the sums, for commands and pages. */
public final class Statistics {
  /** More columns would be hairs on a telephone: then each is a week. */
  private static final int MOST_COLUMNS = 62;

  private final Database database;
  private final SharedTime time;
  private final ZoneId zone;

  /**
   * @param zone where the days begin
   */
  public Statistics(Database database, SharedTime time, ZoneId zone) {
    this.database = database;
    this.time = time;
    this.zone = zone;
  }

  /** The sums of a day. */
  public record Day(LocalDate day, Sums sums) {}

  /**
   * The sums of one of many.
   *
   * @param name as said in {@link By}
   * @param label what people call it; empty if that is not known
   */
  public record Named(String name, String label, Sums sums) {}

  /** The sums of one of many on one day. */
  public record Row(LocalDate day, By by, String name, String label, Sums sums) {}

  /** The day that goes on now. */
  public LocalDate today() {
    return LocalDate.ofInstant(database.read(time::now), zone);
  }

  /** Where the days begin. */
  public ZoneId zone() {
    return zone;
  }

  /** Each of these days, also those on which nothing was asked. */
  public List<Day> days(LocalDate from, LocalDate to) {
    Map<LocalDate, Sums> known = new HashMap<>();
    database
        .read(h -> DailyTable.days(h, from, to))
        .forEach(day -> known.put(day.day(), day.sums()));
    return Stream.iterate(from, day -> !day.isAfter(to), day -> day.plusDays(1))
        .map(day -> new Day(day, known.getOrDefault(day, Sums.NONE)))
        .toList();
  }

  /**
   * The same as columns of a picture: by seven days where there are many, of which the last one
   * ends where they end.
   */
  public static List<Day> columns(List<Day> days) {
    if (days.size() <= MOST_COLUMNS) {
      return days;
    }
    List<Day> weeks = new ArrayList<>();
    for (int end = days.size(); end > 0; end -= 7) {
      List<Day> week = days.subList(Math.max(0, end - 7), end);
      Sums sums = week.stream().map(Day::sums).reduce(Sums.NONE, Sums::plus);
      weeks.addFirst(new Day(week.getFirst().day(), sums));
    }
    return weeks;
  }

  /** Those with the most tokens of all these days together. */
  public List<Named> top(By by, LocalDate from, LocalDate to, int most) {
    return database.read(h -> DailyTable.names(h, by, from, to, most));
  }

  /** Everything that is kept of these days, for a file. */
  public List<Row> rows(LocalDate from, LocalDate to) {
    return database.read(h -> DailyTable.rows(h, from, to));
  }
}
