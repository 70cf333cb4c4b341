package io.switchboard.markup.pdf;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** An outline as TrueType has it: curves of the second degree, upwards. */
final class Glyph {
  /** A curve of the third degree becomes so many of the second: the error is far below a unit. */
  private static final int PIECES = 3;

  private final List<Integer> ends = new ArrayList<>();
  private final List<Point> points = new ArrayList<>();
  private double x;
  private double y;

  private record Point(int x, int y, boolean on) {}

  Glyph(Shape outline) {
    double[] c = new double[6];
    for (PathIterator path = outline.getPathIterator(null); !path.isDone(); path.next()) {
      switch (path.currentSegment(c)) {
        case PathIterator.SEG_MOVETO -> {
          close();
          point(c[0], c[1], true);
        }
        case PathIterator.SEG_LINETO -> point(c[0], c[1], true);
        case PathIterator.SEG_QUADTO -> {
          point(c[0], c[1], false);
          point(c[2], c[3], true);
        }
        case PathIterator.SEG_CUBICTO -> cubic(c);
        default -> close();
      }
    }
    close();
  }

  private void cubic(double[] c) {
    double x0 = x;
    double y0 = y;
    for (int i = 0; i < PIECES; i++) {
      double from = (double) i / PIECES;
      double to = (double) (i + 1) / PIECES;
      double half = (to - from) / 2;
      double nextX = at(x0, c[0], c[2], c[4], to);
      double nextY = at(y0, c[1], c[3], c[5], to);
      // The mean of where the tangents of both ends lead.
      double controlX =
          (at(x0, c[0], c[2], c[4], from)
                  + half * slope(x0, c[0], c[2], c[4], from)
                  + nextX
                  - half * slope(x0, c[0], c[2], c[4], to))
              / 2;
      double controlY =
          (at(y0, c[1], c[3], c[5], from)
                  + half * slope(y0, c[1], c[3], c[5], from)
                  + nextY
                  - half * slope(y0, c[1], c[3], c[5], to))
              / 2;
      point(controlX, controlY, false);
      point(nextX, nextY, true);
    }
  }

  private static double at(double a, double b, double c, double d, double t) {
    double u = 1 - t;
    return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
  }

  private static double slope(double a, double b, double c, double d, double t) {
    double u = 1 - t;
    return 3 * u * u * (b - a) + 6 * u * t * (c - b) + 3 * t * t * (d - c);
  }

  private void point(double toX, double toY, boolean on) {
    x = toX;
    y = toY;
    points.add(new Point((int) Math.round(toX), (int) Math.round(-toY), on));
  }

  private void close() {
    int before = ends.isEmpty() ? -1 : ends.getLast();
    if (points.size() - 1 > before) {
      ends.add(points.size() - 1);
    }
  }

  /** The furthest to the left; 0 for nothing. */
  int left() {
    return points.stream().mapToInt(Point::x).min().orElse(0);
  }

  /** As a table "glyf" holds it; empty for a space. */
  byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (points.isEmpty()) {
      return bytes.toByteArray();
    }
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeShort(ends.size());
    out.writeShort(left());
    out.writeShort(points.stream().mapToInt(Point::y).min().orElse(0));
    out.writeShort(points.stream().mapToInt(Point::x).max().orElse(0));
    out.writeShort(points.stream().mapToInt(Point::y).max().orElse(0));
    for (int end : ends) {
      out.writeShort(end);
    }
    out.writeShort(0);
    for (Point point : points) {
      out.writeByte(point.on ? 1 : 0);
    }
    int last = 0;
    for (Point point : points) {
      out.writeShort(point.x - last);
      last = point.x;
    }
    last = 0;
    for (Point point : points) {
      out.writeShort(point.y - last);
      last = point.y;
    }
    while (bytes.size() % 4 != 0) {
      out.writeByte(0);
    }
    return bytes.toByteArray();
  }
}
