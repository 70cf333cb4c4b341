package io.switchboard.picture.card;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A title and the first lines on a card. */
public final class Card {
  /** In pixels, as the large cards of chats and networks want it. */
  public static final int WIDTH = 1200;

  /** In pixels. */
  public static final int HEIGHT = 630;

  private static final Logger log = LoggerFactory.getLogger(Card.class);
  private static final Set<String> MISSED = ConcurrentHashMap.newKeySet();
  private static final Semaphore AT_ONCE = new Semaphore(2, true);
  private static final int MARGIN = 84;
  private static final int TOP = 160;
  private static final int BOTTOM = 52;
  private static final int BETWEEN = 26;
  private static final int MOST_TITLE = 3;
  private static final int[] TITLES = {76, 68, 60, 54};
  private static final Paragraph.Look LINES = new Paragraph.Look(35, false, 1.5, false);
  private static final Color INK = new Color(0x211f2e);
  private static final Color SOFT = new Color(0x5d5a70);
  private static final Color NIGHT = new Color(0x23203f);
  private static final Color PLUG = new Color(0x4c4780);
  private static final Color AMBER = new Color(0xffb454);
  private static final Color GREEN = new Color(0x7ad9c5);

  static {
    // Else drawing would open a window's connection on desktops.
    System.setProperty("java.awt.headless", "true");
  }

  private final Lettering title;
  private final Lettering lines;
  private final Lettering brand;

  private Card(Lettering title, Lettering lines, Lettering brand) {
    this.title = title;
    this.lines = lines;
    this.brand = brand;
  }

  /**
   * What is written, plain. Each is drawn on as many lines as there is room for.
   *
   * @param language of title and lines, as HTML writes it; empty if it is not known
   * @param brand whose it is
   */
  public record Words(String title, String lines, String language, String brand) {}

  /**
   * A card with this; quick, since nothing is drawn yet.
   *
   * @return empty where the title is blank or the system's fonts lack letters of it, which is
   *     logged once a language; lines whose letters are missing are left out
   */
  public static Optional<Card> of(Words words) {
    try {
      Lettering title = Lettering.of(words.title(), words.language());
      Lettering brand = Lettering.of(words.brand(), "");
      if (title.blank()) {
        return Optional.empty();
      }
      if (!title.readable() || !brand.readable()) {
        missed(words.language(), "none of the system's fonts has all letters");
        return Optional.empty();
      }
      Lettering lines = Lettering.of(words.lines(), words.language());
      return Optional.of(new Card(title, lines.readable() ? lines : lines.first(0), brand));
    } catch (RuntimeException | LinkageError e) {
      missed(words.language(), "the system's fonts cannot be read: " + e.getMessage());
      return Optional.empty();
    }
  }

  private static void missed(String language, String why) {
    if (MISSED.add(language)) {
      log.warn(
          "Some links have no picture in chats (language: {}): {}. Install fonts such as Noto Sans"
              + " and Noto Sans CJK (fonts-noto, fonts-noto-cjk).",
          language.isEmpty()
              ? "unknown"
              : Locale.forLanguageTag(language).getDisplayName(Locale.ENGLISH),
          why);
    }
  }

  /**
   * Draws it: a PNG of 1200 × 630 pixels. Takes some ten milliseconds; two at most are drawn at
   * once.
   */
  public byte[] png() {
    AT_ONCE.acquireUninterruptibly();
    try {
      return drawn();
    } finally {
      AT_ONCE.release();
    }
  }

  private byte[] drawn() {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    ground(pen);
    logo(pen, MARGIN, 66, 56);
    Paragraph name = Paragraph.of(brand, new Paragraph.Look(32, true, 1.4, false), WIDTH - 400, 1);
    pen.setColor(SOFT);
    name.draw(pen, MARGIN + 76, WIDTH - MARGIN, 72);
    write(pen);
    pen.dispose();
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Graphics2D pen) {
    int wide = WIDTH - 2 * MARGIN;
    Paragraph head = Paragraph.of(title, titleLook(wide), wide, MOST_TITLE);
    double room = HEIGHT - BOTTOM - TOP - head.height() - BETWEEN;
    Paragraph below =
        Paragraph.of(lines, LINES, wide, (int) (room / (LINES.size() * LINES.leading())));
    // What is short stands a little above the middle.
    double top = TOP + Math.max(0, room - below.height()) * 0.4;
    pen.setColor(INK);
    head.draw(pen, MARGIN, WIDTH - MARGIN, top);
    pen.setColor(SOFT);
    below.draw(pen, MARGIN, WIDTH - MARGIN, top + head.height() + BETWEEN);
  }

  private Paragraph.Look titleLook(int wide) {
    for (int i = 0; i < TITLES.length; i++) {
      Paragraph.Look look = new Paragraph.Look(TITLES[i], true, 1.24, true);
      // The largest letters are for short titles.
      if (Paragraph.lines(title, look, wide, MOST_TITLE) <= Math.min(MOST_TITLE, i + 1)) {
        return look;
      }
    }
    return new Paragraph.Look(TITLES[TITLES.length - 1], true, 1.24, true);
  }

  private static void ground(Graphics2D pen) {
    pen.setPaint(new GradientPaint(0, 0, new Color(0xfdfcff), WIDTH, HEIGHT, new Color(0xecebfa)));
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.setStroke(new BasicStroke(14, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    pen.setColor(AMBER);
    pen.fillRect(0, 0, WIDTH / 2, 12);
    pen.setColor(GREEN);
    pen.fillRect(WIDTH / 2, 0, WIDTH / 2, 12);
  }

  /** The program's sign, as in switchboard.svg. */
  private static void logo(Graphics2D page, double x, double y, double size) {
    Graphics2D pen = (Graphics2D) page.create();
    pen.translate(x, y);
    pen.scale(size / 64, size / 64);
    pen.setColor(NIGHT);
    pen.fill(new RoundRectangle2D.Double(0, 0, 64, 64, 34, 34));
    pen.setColor(PLUG);
    for (int row : new int[] {18, 46}) {
      for (int column : new int[] {18, 32, 46}) {
        pen.fill(dot(column, row, 5));
      }
    }
    pen.setStroke(new BasicStroke(5.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    pen.setColor(AMBER);
    pen.draw(new CubicCurve2D.Double(18, 18, 18, 38, 46, 26, 46, 46));
    pen.setColor(GREEN);
    pen.draw(new CubicCurve2D.Double(46, 18, 46, 32, 18, 32, 18, 46));
    pen.setColor(AMBER);
    pen.fill(dot(18, 18, 6.5));
    pen.fill(dot(46, 46, 6.5));
    pen.setColor(GREEN);
    pen.fill(dot(46, 18, 6.5));
    pen.fill(dot(18, 46, 6.5));
    pen.dispose();
  }

  private static Ellipse2D dot(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }
}
