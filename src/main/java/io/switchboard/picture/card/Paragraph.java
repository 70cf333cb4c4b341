package io.switchboard.picture.card;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.GraphicAttribute;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;

/** A text broken into lines. Lengths are pixels. */
final class Paragraph {
  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
  private static final String CUT = "…";
  private static final int LONG_WORD = 18;

  private final List<TextLayout> lines;
  private final double leading;

  private Paragraph(List<TextLayout> lines, double leading) {
    this.lines = lines;
    this.leading = leading;
  }

  /**
   * How letters look.
   *
   * @param leading from one line to the next, as a multiple of the size
   * @param even whether lines are made of like length
   */
  record Look(int size, boolean bold, double leading, boolean even) {}

  /** How many lines it takes, not counting further than one more than the most. */
  static int lines(Lettering text, Look look, double width, int most) {
    return broken(text, look, width, most + 1).size();
  }

  /** At most so many lines, the last with an ellipsis if there were more. */
  static Paragraph of(Lettering text, Look look, double width, int most) {
    double leading = look.size() * look.leading();
    if (text.blank() || most < 1) {
      return new Paragraph(List.of(), leading);
    }
    int needed = lines(text, look, width, most);
    if (needed > most) {
      return new Paragraph(shortened(text, look, width, most), leading);
    }
    // As narrow as the same number of lines allows, so that none of them has but one word.
    double low = width / needed;
    double high = width;
    while (look.even() && needed > 1 && high - low > 4) {
      double middle = (low + high) / 2;
      if (lines(text, look, middle, needed) <= needed) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return new Paragraph(broken(text, look, high, most), leading);
  }

  private static List<TextLayout> shortened(Lettering text, Look look, double width, int most) {
    int low = 1;
    int high = text.pieces().size();
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (broken(cut(text, middle), look, width, most + 1).size() <= most) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return broken(cut(text, wordEnd(text, low)), look, width, most);
  }

  /** The end of the word before, if there is one near. */
  private static int wordEnd(Lettering text, int end) {
    for (int at = end; at > end - LONG_WORD && at > end / 2; at--) {
      if (text.pieces().get(at) instanceof Lettering.Piece.Letter(String next, Font font)
          && next.isBlank()) {
        return at;
      }
    }
    return end;
  }

  private static Lettering cut(Lettering text, int count) {
    List<Lettering.Piece> pieces = new ArrayList<>(text.first(count).pieces());
    while (!pieces.isEmpty()
        && pieces.getLast() instanceof Lettering.Piece.Letter(String last, Font font)
        && (last.isBlank() || ",.;:、，。".contains(last))) {
      pieces.removeLast();
    }
    Font font =
        pieces.stream()
            .filter(Lettering.Piece.Letter.class::isInstance)
            .map(p -> ((Lettering.Piece.Letter) p).font())
            .filter(f -> f.canDisplayUpTo(CUT) < 0)
            .findFirst()
            .orElse(new Font(Font.SANS_SERIF, Font.PLAIN, 1));
    pieces.add(new Lettering.Piece.Letter(CUT, font));
    return new Lettering(pieces, text.readable());
  }

  private static List<TextLayout> broken(Lettering text, Look look, double width, int most) {
    AttributedString written = written(text, look);
    int end = written.getIterator().getEndIndex();
    LineBreakMeasurer measurer =
        new LineBreakMeasurer(written.getIterator(), new LineEnds(), CONTEXT);
    List<TextLayout> lines = new ArrayList<>();
    while (measurer.getPosition() < end && lines.size() < most) {
      lines.add(measurer.nextLayout((float) width));
    }
    return lines;
  }

  private static AttributedString written(Lettering text, Look look) {
    StringBuilder all = new StringBuilder();
    for (Lettering.Piece piece : text.pieces()) {
      all.append(piece instanceof Lettering.Piece.Letter(String t, Font f) ? t : "\uFFFC");
    }
    AttributedString written = new AttributedString(all.toString());
    int at = 0;
    for (Lettering.Piece piece : text.pieces()) {
      switch (piece) {
        case Lettering.Piece.Letter(String letter, Font font) -> {
          Font shown = font.deriveFont(look.bold() ? Font.BOLD : Font.PLAIN, look.size());
          written.addAttribute(TextAttribute.FONT, shown, at, at + letter.length());
          at += letter.length();
        }
        case Lettering.Piece.Emoji(var image) -> {
          written.addAttribute(
              TextAttribute.CHAR_REPLACEMENT, new Picture(image, look.size()), at, at + 1);
          at++;
        }
      }
    }
    return written;
  }

  /** How high it is. */
  double height() {
    return lines.size() * leading;
  }

  /** Draws it below this height, between these edges: each line begins where it is read from. */
  void draw(Graphics2D pen, double left, double right, double top) {
    double base = top + leading * 0.78;
    for (TextLayout line : lines) {
      double x = line.isLeftToRight() ? left : right - line.getAdvance();
      line.draw(pen, (float) x, (float) base);
      base += leading;
    }
  }

  /** An emoji as high as capital letters and a little more. */
  private static final class Picture extends GraphicAttribute {
    private final BufferedImage image;
    private final double height;
    private final double scale;

    Picture(BufferedImage image, int size) {
      super(ROMAN_BASELINE);
      this.image = image;
      this.height = size * 1.05;
      this.scale = height / image.getHeight();
    }

    @Override
    public float getAscent() {
      return (float) (height * 0.82);
    }

    @Override
    public float getDescent() {
      return (float) (height * 0.18);
    }

    @Override
    public float getAdvance() {
      return (float) (image.getWidth() * scale);
    }

    @Override
    public void draw(Graphics2D pen, float x, float y) {
      AffineTransform place = AffineTransform.getTranslateInstance(x, y - getAscent());
      place.scale(scale, scale);
      pen.drawImage(image, place, null);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Picture that && image.equals(that.image) && height == that.height;
    }

    @Override
    public int hashCode() {
      return image.hashCode();
    }
  }
}
