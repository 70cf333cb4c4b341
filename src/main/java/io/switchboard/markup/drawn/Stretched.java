package io.switchboard.markup.drawn;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Signs that grow with what they stand beside, above or below. */
final class Stretched {
  private static final List<String> SIZES =
      List.of("Main-Regular", "Size1-Regular", "Size2-Regular", "Size3-Regular", "Size4-Regular");

  private Stretched() {}

  /** A fence of at least about that height, around the axis. */
  static Ink fence(String sign, double height, Pen pen) {
    if (sign.equals("|") || sign.equals("‖")) {
      double thick = pen.thick();
      double gap = 0.14 * pen.size();
      double top = -pen.axis() - height / 2;
      Ink one = Ink.bar(gap, top, thick, height);
      Ink all =
          sign.equals("|")
              ? one
              : one.with(Ink.bar(gap + 0.16 * pen.size(), top, thick, height).shape());
      double width = 2 * gap + (sign.equals("|") ? thick : 0.16 * pen.size() + thick);
      return new Ink(width, -top, top + height, all.shape());
    }
    int c = sign.codePointAt(0);
    Ink found = null;
    for (String font : SIZES) {
      if (MathFonts.has(font, c)) {
        found = MathFonts.sign(font, c, pen.size());
        if (found.height() >= 0.9 * height) {
          return centred(found, pen);
        }
      }
    }
    if (found == null) {
      return centred(MathFonts.text(sign, false, false, pen.size()), pen);
    }
    return centred(found.scaled(1, height / found.height()), pen);
  }

  /** With the middle of its ink on the axis. */
  static Ink centred(Ink ink, Pen pen) {
    return ink.at(0, -pen.axis() - (ink.down() - ink.up()) / 2);
  }

  /** The sign of a root over something. */
  static Ink root(Ink inner, Pen pen) {
    double thick = pen.thick();
    double gap = (pen.display() ? 0.14 : 0.09) * pen.size();
    double up = Math.max(inner.up(), 0.5 * pen.size());
    double top = -up - gap - thick / 2;
    double bottom = Math.max(inner.down(), 0.05 * pen.size());
    double em = pen.size();
    double left = 0.62 * em;
    double middle = bottom - Math.min(0.55 * em, 0.6 * (bottom - top));
    Ink sign =
        inner
            .at(left + 0.06 * em, 0)
            .with(Ink.line(thick, 0.06 * em, middle + 0.08 * em, 0.2 * em, middle))
            .with(Ink.line(1.9 * thick, 0.17 * em, middle, 0.36 * em, bottom - thick))
            .with(
                Ink.line(
                    thick, 0.36 * em, bottom, left, top, left + inner.width() + 0.12 * em, top));
    return new Ink(left + inner.width() + 0.16 * em, -top + thick, bottom, sign.shape());
  }

  /** What stands above or below something and is as wide; its ink begins at the baseline. */
  static Ink across(String sign, double width, Pen pen) {
    double em = pen.size();
    double thick = pen.thick();
    return switch (sign) {
      case "‾", "¯", "_" -> Ink.bar(0, -thick, width, thick);
      case "⏞" -> brace(width, 0.28 * em, thick, true);
      case "⏟" -> brace(width, 0.28 * em, thick, false);
      case "⎴", "⏜" -> bracket(width, 0.16 * em, thick, true);
      case "⎵", "⏝" -> bracket(width, 0.16 * em, thick, false);
      case "→", "⇀" -> arrow(Math.max(width, 0.6 * em), em, thick, false, true);
      case "←", "↼" -> arrow(Math.max(width, 0.6 * em), em, thick, true, false);
      case "↔" -> arrow(Math.max(width, 0.8 * em), em, thick, true, true);
      default -> {
        Ink plain = MathFonts.text(sign, false, false, em);
        Rectangle2D seen = plain.shape().getBounds2D();
        double wider = Math.max(1, Math.min(width / Math.max(1, seen.getWidth()), 6));
        Ink wide = plain.scaled(wider, 1);
        Rectangle2D there = wide.shape().getBounds2D();
        Ink moved = wide.at(-there.getMinX(), -there.getMaxY());
        yield new Ink(there.getWidth(), there.getHeight(), 0, moved.shape());
      }
    };
  }

  private static Ink arrow(double width, double em, double thick, boolean left, boolean right) {
    double y = -0.16 * em;
    Path2D all = new Path2D.Double(Path2D.WIND_NON_ZERO);
    all.append(Ink.line(thick, 0, y, width, y), false);
    double head = 0.17 * em;
    if (right) {
      all.append(
          Ink.line(thick, width - head, y - head * .8, width, y, width - head, y + head * .8),
          false);
    }
    if (left) {
      all.append(Ink.line(thick, head, y - head * .8, 0, y, head, y + head * .8), false);
    }
    return new Ink(width, 0.32 * em, 0, all);
  }

  private static Ink bracket(double width, double height, double thick, boolean above) {
    double edge = above ? -thick / 2 - height : -thick / 2;
    double ends = above ? 0 : -height;
    Shape line =
        Ink.line(
            thick,
            thick / 2,
            ends,
            thick / 2,
            edge,
            width - thick / 2,
            edge,
            width - thick / 2,
            ends);
    return new Ink(width, height + thick, 0, line);
  }

  private static Ink brace(double width, double height, double thick, boolean above) {
    double q = Math.min(height, width / 4);
    double from = above ? 0 : -height;
    double to = above ? -height : 0;
    double mid = (from + to) / 2;
    Path2D path = new Path2D.Double();
    path.moveTo(0, from);
    path.curveTo(0, mid, q / 2, mid, q, mid);
    path.lineTo(width / 2 - q, mid);
    path.curveTo(width / 2 - q / 2, mid, width / 2, mid, width / 2, to);
    path.curveTo(width / 2, mid, width / 2 + q / 2, mid, width / 2 + q, mid);
    path.lineTo(width - q, mid);
    path.curveTo(width - q / 2, mid, width, mid, width, from);
    return new Ink(width, height, 0, Ink.stroked(path, thick * 1.3));
  }
}
