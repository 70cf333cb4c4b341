package io.switchboard.picture;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How busy each hour of the week is: a row a day, a column an hour, darker for more. */
public final class WeekMap {
  private static final int DAYS = 7;
  private static final int HOURS = 24;
  private static final int HEAD = 180;
  private static final int CELL = 66;
  private static final int LEFT = 170;

  private WeekMap() {}

  /**
   * What is written.
   *
   * @param days the names of the seven rows, short
   * @param quiet what the lightest colour means
   * @param busy what the darkest means
   * @param zone whose hours they are
   */
  public record Words(String title, List<String> days, String quiet, String busy, String zone) {
    public Words {
      days = List.copyOf(days);
    }
  }

  /**
   * Draws it.
   *
   * @param values seven rows of twenty-four, none negative
   * @return a PNG, 1,080 pixels wide; empty where the system's fonts lack letters of it
   */
  public static Optional<byte[]> png(Words words, double[][] values, Locale locale) {
    List<String> texts = new ArrayList<>(words.days());
    texts.addAll(List.of(words.title(), words.quiet(), words.busy(), words.zone()));
    return Letters.covering(texts, locale)
        .map(
            font -> {
              Paper paper = new Paper(HEAD + DAYS * CELL + 174, font);
              int wide = Paper.WIDTH - 2 * Paper.MARGIN;
              paper.text(words.title(), 44, true, Paper.INK, Paper.MARGIN, 84, wide);
              hours(paper);
              cells(paper, words, values);
              legend(paper, words);
              return paper.png();
            });
  }

  private static double column() {
    return (Paper.WIDTH - Paper.MARGIN - LEFT) / (double) HOURS;
  }

  private static void hours(Paper paper) {
    for (int hour = 0; hour <= HOURS; hour += 6) {
      paper.textAround("" + hour, 30, Paper.GREY, LEFT + hour * column(), HEAD - 22);
    }
  }

  private static void cells(Paper paper, Words words, double[][] values) {
    double most = 0;
    for (double[] day : values) {
      for (double value : day) {
        most = Math.max(most, value);
      }
    }
    for (int day = 0; day < DAYS; day++) {
      int y = HEAD + day * CELL;
      paper.text(
          words.days().get(day),
          32,
          false,
          Paper.INK,
          Paper.MARGIN,
          y + 42,
          LEFT - Paper.MARGIN - 8);
      for (int hour = 0; hour < HOURS; hour++) {
        double share = most == 0 ? 0 : values[day][hour] / most;
        paper.box(shade(share), LEFT + hour * column() + 2, y + 2, column() - 4, CELL - 4, 12);
      }
    }
  }

  private static void legend(Paper paper, Words words) {
    double y = HEAD + DAYS * CELL + 50;
    paper.text(words.quiet(), 30, false, Paper.GREY, LEFT, y + 26, 300);
    double x = LEFT + Math.min(300, paper.width(words.quiet(), 30, false)) + 20;
    for (int i = 0; i <= 4; i++) {
      paper.box(shade(i / 4.0), x + i * 50, y, 44, 34, 10);
    }
    paper.text(words.busy(), 30, false, Paper.GREY, x + 270, y + 26, 160);
    // A line of its own: some zones have names as long as the whole legend.
    paper.textBefore(words.zone(), 26, Paper.GREY, Paper.WIDTH - Paper.MARGIN, y + 74);
  }

  /** From the track's colour to blue; the root lets few be told from none. */
  private static Color shade(double share) {
    double root = Math.sqrt(Math.clamp(share, 0, 1));
    return new Color(
        mixed(Paper.TRACK.getRed(), Paper.BLUE.getRed(), root),
        mixed(Paper.TRACK.getGreen(), Paper.BLUE.getGreen(), root),
        mixed(Paper.TRACK.getBlue(), Paper.BLUE.getBlue(), root));
  }

  private static int mixed(int from, int to, double share) {
    return (int) Math.round(from + (to - from) * share);
  }
}
