package io.switchboard.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** What charts are drawn on: 1,080 pixels wide. Lengths are pixels, from the upper left. */
final class Paper {
  static final int WIDTH = 1080;
  static final int MARGIN = 56;
  static final Color INK = new Color(0x1f2430);
  static final Color GREY = new Color(0x667085);
  static final Color TRACK = new Color(0xe6e9f0);
  static final Color BLUE = new Color(0x3b6fe0);
  static final Color AMBER = new Color(0xd98a1f);
  static final Color RED = new Color(0xd0413b);

  static {
    // Else drawing would open a window's connection on desktops.
    System.setProperty("java.awt.headless", "true");
  }

  private final BufferedImage image;
  private final Graphics2D pen;
  private final Font font;

  Paper(int height, Font font) {
    this.font = font;
    image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
    pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, WIDTH, height);
  }

  /** A line of text, cut with an ellipsis where it would be wider. */
  void text(String text, int size, boolean bold, Color color, double x, double base, double most) {
    FontMetrics metrics = metrics(size, bold);
    String shown = text;
    while (!shown.isEmpty() && metrics.stringWidth(shown) > most) {
      int end = shown.offsetByCodePoints(shown.length(), shown.endsWith("…") ? -2 : -1);
      shown = end <= 0 ? "" : shown.substring(0, end) + "…";
    }
    pen.setColor(color);
    pen.drawString(shown, (float) x, (float) base);
  }

  /** The same, ending at x. */
  void textBefore(String text, int size, Color color, double x, double base) {
    double width = width(text, size, false);
    text(text, size, false, color, x - width, base, width + 1);
  }

  /** The same, around x. */
  void textAround(String text, int size, Color color, double x, double base) {
    double width = width(text, size, false);
    text(text, size, false, color, x - width / 2, base, width + 1);
  }

  double width(String text, int size, boolean bold) {
    return metrics(size, bold).stringWidth(text);
  }

  private FontMetrics metrics(int size, boolean bold) {
    pen.setFont(font.deriveFont(bold ? Font.BOLD : Font.PLAIN, size));
    return pen.getFontMetrics();
  }

  void box(Color color, double x, double y, double width, double height, double round) {
    pen.setColor(color);
    pen.fill(new RoundRectangle2D.Double(x, y, width, height, round, round));
  }

  byte[] png() {
    pen.dispose();
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
