package io.switchboard.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * How much of some things there was on each of some days, as columns, one chart below the other.
 */
public final class Columns {
  private static final int HEAD = 120;
  private static final int CHART = 330;
  private static final int TALLEST = 200;
  private static final int FOOT = 90;

  /** So many labels stand side by side without touching. */
  private static final int LABELS = 8;

  private Columns() {}

  /**
   * One chart.
   *
   * @param name what is counted, above it at the left
   * @param sum all together, above it at the right
   * @param values one for each label, none negative
   * @param most the highest of them in words, over its column
   */
  public record Chart(String name, String sum, List<Double> values, String most) {
    public Chart {
      values = List.copyOf(values);
    }
  }

  /**
   * Draws them.
   *
   * @param labels under the columns; some are left out where there are many
   * @return a PNG, 1,080 pixels wide; empty where the system's fonts lack letters of it
   */
  public static Optional<byte[]> png(
      String title, List<String> labels, List<Chart> charts, Locale locale) {
    List<String> texts = new ArrayList<>(labels);
    texts.add(title);
    charts.forEach(chart -> texts.addAll(List.of(chart.name(), chart.sum(), chart.most())));
    return Letters.covering(texts, locale)
        .map(
            font -> {
              Paper paper = new Paper(HEAD + CHART * charts.size() + FOOT, font);
              int wide = Paper.WIDTH - 2 * Paper.MARGIN;
              paper.text(title, 46, true, Paper.INK, Paper.MARGIN, 84, wide);
              for (int i = 0; i < charts.size(); i++) {
                chart(paper, charts.get(i), HEAD + CHART * i, wide);
              }
              labels(paper, labels, HEAD + CHART * charts.size() + 36);
              return paper.png();
            });
  }

  private static double step(int columns) {
    return (Paper.WIDTH - 2.0 * Paper.MARGIN) / Math.max(1, columns);
  }

  private static double middle(int column, int columns) {
    return Paper.MARGIN + (column + 0.5) * step(columns);
  }

  private static void chart(Paper paper, Chart chart, int top, int wide) {
    double sum = paper.width(chart.sum(), 36, false);
    paper.text(chart.name(), 36, true, Paper.INK, Paper.MARGIN, top + 46, wide - sum - 30);
    paper.textBefore(chart.sum(), 36, Paper.GREY, Paper.MARGIN + wide, top + 46);
    int ground = top + CHART - 12;
    paper.box(Paper.TRACK, Paper.MARGIN, ground, wide, 4, 4);
    int columns = chart.values().size();
    double highest = chart.values().stream().flatMapToDouble(DoubleStream::of).max().orElse(0);
    boolean said = highest <= 0;
    double column = Math.max(2, step(columns) * 0.72);
    for (int i = 0; i < columns; i++) {
      double value = chart.values().get(i);
      if (value > 0) {
        double tall = Math.max(6, TALLEST * value / highest);
        double x = middle(i, columns) - column / 2;
        paper.box(Paper.BLUE, x, ground - tall, column, tall, Math.min(14, column / 2));
        if (!said && value >= highest) {
          said = true;
          over(paper, chart.most(), middle(i, columns), ground - tall - 12);
        }
      }
    }
  }

  /** Within the paper, also over the first and the last column. */
  private static void over(Paper paper, String text, double around, double base) {
    double half = paper.width(text, 30, false) / 2;
    double x = Math.clamp(around, Paper.MARGIN + half, Paper.WIDTH - Paper.MARGIN - half);
    paper.textAround(text, 30, Paper.GREY, x, base);
  }

  private static void labels(Paper paper, List<String> labels, double base) {
    int every = Math.max(1, Math.ceilDiv(labels.size(), LABELS));
    // The last one is the newest: it is always there.
    for (int i = labels.size() - 1; i >= 0; i -= every) {
      String label = labels.get(i);
      double half = paper.width(label, 28, false) / 2;
      double x = Math.clamp(middle(i, labels.size()), half + 8, Paper.WIDTH - half - 8);
      paper.textAround(label, 28, Paper.GREY, x, base);
    }
  }
}
