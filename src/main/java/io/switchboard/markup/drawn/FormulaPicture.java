package io.switchboard.markup.drawn;

import io.switchboard.markup.math.MathMl;
import io.switchboard.markup.math.Mathematics;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Element;

/** Formulas as pictures: several numbered below each other, or one by itself. */
public final class FormulaPicture {
  private static final Logger log = LoggerFactory.getLogger(FormulaPicture.class);

  /** Pixels an em: twice that of text in a chat. */
  private static final double SIZE = 38;

  /** How much larger in print: some 400 dots an inch where text is 10.5 points. */
  private static final double PRINTED = 60 / SIZE;

  /** Around one by itself, for slanted letters that reach over their width. */
  private static final double EDGE = 3;

  private static final int MARGIN = 28;
  private static final int BETWEEN = 30;

  /** Wider ones are broken; on a phone a picture of that width has letters as large as text. */
  private static final int WIDEST_LINE = 1100;

  /** What cannot be broken may be wider, as long as it can be read on a phone. */
  private static final int WIDEST = 1600;

  private static final int HIGHEST = 3200;
  private static final Color GROUND = Color.WHITE;
  private static final Color INK = new Color(0x1B1B25);
  private static final Color NUMBER = new Color(0x6B6B7B);

  private FormulaPicture() {}

  /** A formula that can be drawn. */
  public static final class Drawn {
    private final Ink ink;

    private Drawn(Ink ink) {
      this.ink = ink;
    }

    /** How wide its picture is, in ems. */
    public double width() {
      return (ink.width() + 2 * EDGE) / SIZE;
    }

    /** How high its picture is, in ems. */
    public double height() {
      return (ink.height() + 2 * EDGE) / SIZE;
    }

    /** How far its picture reaches below the baseline, in ems. */
    public double depth() {
      return (ink.down() + EDGE) / SIZE;
    }

    /** It alone as PNG: dark ink on nothing, 60 pixels an em, fit for print. */
    public byte[] png() {
      int width = (int) Math.ceil(width() * SIZE * PRINTED);
      int height = (int) Math.ceil(height() * SIZE * PRINTED);
      BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
      Graphics2D g = smooth(image);
      // To the last pixel, for the size that is said is not rounded.
      g.scale(width / (width() * SIZE), height / (height() * SIZE));
      g.setColor(INK);
      fill(g, ink, EDGE, EDGE + ink.up());
      g.dispose();
      return encoded(image);
    }
  }

  /**
   * A formula, laid out on a line of its own.
   *
   * @param latex without the signs around it
   * @return empty if something in it is not understood or cannot be drawn here, or it is too large
   */
  public static Optional<Drawn> of(String latex) {
    return of(latex, true);
  }

  /**
   * A formula.
   *
   * @param latex without the signs around it
   * @param display whether it has a line of its own
   * @return empty if something in it is not understood or cannot be drawn here, or it is too large
   */
  public static Optional<Drawn> of(String latex, boolean display) {
    try {
      return MathMl.of(latex, display)
          .map(math -> laidOut(Mathematics.parsed(math), new Pen(SIZE, display, 0, false)))
          .filter(ink -> ink.width() <= WIDEST && ink.height() <= HIGHEST / 2.0 && ink.width() > 0)
          .map(Drawn::new);
    } catch (Undrawable e) {
      log.debug("a formula cannot be drawn: {}", e.getMessage());
      return Optional.empty();
    } catch (RuntimeException | LinkageError e) {
      log.warn("a formula cannot be drawn; its source is shown", e);
      return Optional.empty();
    }
  }

  private static Ink laidOut(Element math, Pen pen) {
    return pen.display() ? Lines.of(math, pen, WIDEST_LINE) : Layout.of(math, pen);
  }

  /** Whether these fit one picture. */
  public static boolean fit(List<Drawn> formulas) {
    return height(formulas) <= HIGHEST;
  }

  private static double height(List<Drawn> formulas) {
    return 2 * MARGIN
        + formulas.stream().mapToDouble(f -> f.ink.height()).sum()
        + BETWEEN * (formulas.size() - 1.0);
  }

  /** The picture as PNG; each with its number, from 1 on. */
  public static byte[] png(List<Drawn> formulas) {
    List<Ink> numbers = new ArrayList<>();
    for (int i = 1; i <= formulas.size(); i++) {
      numbers.add(MathFonts.text("(" + i + ")", false, false, SIZE * 0.8));
    }
    double lead = numbers.stream().mapToDouble(Ink::width).max().orElse(0) + MARGIN;
    double widest = formulas.stream().mapToDouble(f -> f.ink.width()).max().orElse(0);
    int width = (int) Math.ceil(2 * MARGIN + lead + widest);
    int height = (int) Math.ceil(height(formulas));
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = smooth(image);
    g.setColor(GROUND);
    g.fill(new RoundRectangle2D.Double(0, 0, width, height, 20, 20));
    double y = MARGIN;
    for (int i = 0; i < formulas.size(); i++) {
      Ink ink = formulas.get(i).ink;
      y += ink.up();
      g.setColor(INK);
      fill(g, ink, MARGIN + lead, y);
      g.setColor(NUMBER);
      fill(g, numbers.get(i), MARGIN, y);
      y += ink.down() + BETWEEN;
    }
    g.dispose();
    return encoded(image);
  }

  private static Graphics2D smooth(BufferedImage image) {
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    return g;
  }

  private static void fill(Graphics2D g, Ink ink, double x, double y) {
    g.fill(AffineTransform.getTranslateInstance(x, y).createTransformedShape(ink.shape()));
  }

  private static byte[] encoded(BufferedImage image) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
