package io.switchboard.markup.drawn;

import io.switchboard.markup.math.MathMl;
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

/** Formulas, one below the other and numbered, as one picture. */
public final class FormulaPicture {
  private static final Logger log = LoggerFactory.getLogger(FormulaPicture.class);

  /** Pixels an em: twice that of text in a chat. */
  private static final double SIZE = 38;

  private static final int MARGIN = 28;
  private static final int BETWEEN = 30;
  private static final int WIDEST = 2400;
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
  }

  /**
   * A formula, laid out on a line of its own.
   *
   * @param latex without the signs around it
   * @return empty if something in it is not understood or cannot be drawn here, or it is too large
   */
  public static Optional<Drawn> of(String latex) {
    try {
      return MathMl.of(latex, true)
          .map(math -> Layout.of(Mathematics.parsed(math), new Pen(SIZE, true, 0, false)))
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
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
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
