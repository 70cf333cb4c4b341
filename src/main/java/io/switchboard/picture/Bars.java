package io.switchboard.picture;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How full each of some measures is, as horizontal bars. */
public final class Bars {
  private static final int MOST = 12;
  private static final int HEAD = 130;
  private static final int ROW = 150;
  private static final int LABEL = 36;
  private static final int SMALLEST_LABEL = 22;
  private static final int VALUE = 34;
  private static final int SMALLEST_VALUE = 22;
  private static final double NEARLY = 0.75;

  private Bars() {}

  /**
   * One measure.
   *
   * @param label what is measured, above the bar
   * @param value what is said at the right
   * @param share how much of it is full, 0 to 1; more is drawn as 1
   */
  public record Bar(String label, String value, double share) {}

  /**
   * Draws at most twelve, the first ones.
   *
   * @return a PNG, 1,080 pixels wide; empty where the system's fonts lack letters of it
   */
  public static Optional<byte[]> png(String title, List<Bar> bars, Locale locale) {
    List<Bar> shown = bars.subList(0, Math.min(MOST, bars.size()));
    List<String> texts = new ArrayList<>(List.of(title));
    shown.forEach(bar -> texts.addAll(List.of(bar.label(), bar.value())));
    return Letters.covering(texts, locale)
        .map(
            font -> {
              Paper paper = new Paper(HEAD + ROW * shown.size(), font);
              int wide = Paper.WIDTH - 2 * Paper.MARGIN;
              paper.text(title, 46, true, Paper.INK, Paper.MARGIN, 84, wide);
              for (int i = 0; i < shown.size(); i++) {
                bar(paper, shown.get(i), HEAD + ROW * i, wide);
              }
              return paper.png();
            });
  }

  private static void bar(Paper paper, Bar bar, int y, int wide) {
    double value = paper.width(bar.value(), VALUE, false);
    double name = paper.width(bar.label(), SMALLEST_LABEL, false);
    // Where both are long, what is said is smaller, too, so that there is room for the name.
    double left = (wide - 30 - name) / Math.max(1, value);
    int said = (int) Math.clamp(VALUE * left, SMALLEST_VALUE, VALUE);
    double room = wide - paper.width(bar.value(), said, false) - 30;
    double fits = room / Math.max(1, paper.width(bar.label(), LABEL, false));
    // The window is said last, so a label is smaller rather than cut.
    int size = (int) Math.clamp(LABEL * fits, SMALLEST_LABEL, LABEL);
    paper.text(bar.label(), size, false, Paper.INK, Paper.MARGIN, y + 46, room);
    paper.textBefore(bar.value(), said, Paper.GREY, Paper.MARGIN + wide, y + 46);
    paper.box(Paper.TRACK, Paper.MARGIN, y + 68, wide, 34, 34);
    double share = Math.clamp(bar.share(), 0, 1);
    if (share > 0) {
      paper.box(color(share), Paper.MARGIN, y + 68, Math.max(34, wide * share), 34, 34);
    }
  }

  private static Color color(double share) {
    if (share >= 1) {
      return Paper.RED;
    }
    return share >= NEARLY ? Paper.AMBER : Paper.BLUE;
  }
}
