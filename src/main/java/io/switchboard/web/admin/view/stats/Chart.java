package io.switchboard.web.admin.view.stats;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Columns side by side, drawn in a field of 720 by 120.
 *
 * @param name what is counted
 * @param most the highest in words
 * @param first the label at the left
 * @param last the label at the right
 */
public record Chart(String name, String most, List<Box> boxes, String first, String last) {
  private static final double WIDE = 720;
  private static final double TALL = 120;

  /** Anything that is more than nothing can be seen. */
  private static final double LEAST = 3;

  /**
   * A column before it is drawn.
   *
   * @param said for those who point at it
   */
  record Column(double value, String said, String words) {}

  /** One that is drawn. */
  public record Box(String x, String y, String width, String height, String said) {}

  static Chart of(String name, List<Column> columns, String first, String last) {
    Column highest = columns.stream().max(Comparator.comparingDouble(Column::value)).orElseThrow();
    double step = WIDE / columns.size();
    double width = Math.min(60, Math.max(1.5, step * 0.72));
    List<Box> boxes =
        IntStream.range(0, columns.size())
            .filter(i -> columns.get(i).value() > 0)
            .mapToObj(
                i -> {
                  Column column = columns.get(i);
                  double tall = Math.max(LEAST, TALL * column.value() / highest.value());
                  double x = (i + 0.5) * step - width / 2;
                  return new Box(
                      number(x), number(TALL - tall), number(width), number(tall), column.said());
                })
            .toList();
    return new Chart(name, highest.value() > 0 ? highest.words() : "", boxes, first, last);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
