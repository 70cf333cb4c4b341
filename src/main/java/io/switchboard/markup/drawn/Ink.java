package io.switchboard.markup.drawn;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Something drawn, in pixels around the point where its baseline begins; downwards is positive.
 *
 * @param width to where the next thing begins
 * @param up how far it reaches above the baseline
 * @param down how far it reaches below
 */
record Ink(double width, double up, double down, Shape shape) {
  /** Nothing, of that width. */
  static Ink blank(double width) {
    return new Ink(width, 0, 0, new Path2D.Double());
  }

  /** A bar; {@code top} is where its upper side is. */
  static Ink bar(double left, double top, double width, double height) {
    return new Ink(
        left + width,
        Math.max(0, -top),
        Math.max(0, top + height),
        new Rectangle2D.Double(left, top, width, height));
  }

  /** A line through these points, x and y in turn. */
  static Shape line(double thickness, double... points) {
    Path2D path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      path.lineTo(points[i], points[i + 1]);
    }
    return stroked(path, thickness);
  }

  /** The outline of a pen of that thickness. */
  static Shape stroked(Path2D path, double thickness) {
    return new BasicStroke((float) thickness, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER)
        .createStrokedShape(path);
  }

  /** All it reaches over. */
  double height() {
    return up + down;
  }

  /** The same at another point; as wide as before. */
  Ink at(double x, double y) {
    return new Ink(
        width,
        up - y,
        down + y,
        AffineTransform.getTranslateInstance(x, y).createTransformedShape(shape));
  }

  /** The same, of so much of its size, around its origin. */
  Ink scaled(double x, double y) {
    return new Ink(
        width * x,
        up * y,
        down * y,
        AffineTransform.getScaleInstance(x, y).createTransformedShape(shape));
  }

  /** The same place without any ink. */
  Ink unseen() {
    return new Ink(width, up, down, new Path2D.Double());
  }

  /** The same with more ink, which takes no room. */
  Ink with(Shape more) {
    Path2D all = new Path2D.Double(Path2D.WIND_NON_ZERO);
    all.append(shape, false);
    all.append(more, false);
    return new Ink(width, up, down, all);
  }

  /** One after the other. */
  static Ink row(List<Ink> all) {
    Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    double x = 0;
    double up = 0;
    double down = 0;
    for (Ink one : all) {
      path.append(one.at(x, 0).shape(), false);
      x += one.width();
      up = Math.max(up, one.up());
      down = Math.max(down, one.down());
    }
    return new Ink(x, up, down, path);
  }

  /** All at the same point; as wide as that. */
  static Ink over(double width, Ink... all) {
    Ink row = row(List.of());
    double up = 0;
    double down = 0;
    for (Ink one : all) {
      row = row.with(one.shape());
      up = Math.max(up, one.up());
      down = Math.max(down, one.down());
    }
    return new Ink(width, up, down, row.shape());
  }
}
