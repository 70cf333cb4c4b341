package io.switchboard.markup.drawn;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** KaTeX's fonts, and where each sign of mathematics is in them. */
final class MathFonts {
  private static final String FOLDER =
      "/META-INF/resources/webjars/katex/0.18.11/dist/fonts/KaTeX_";
  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
  private static final Map<String, Font> LOADED = new ConcurrentHashMap<>();
  private static final List<String> ANY =
      List.of("Main-Regular", "AMS-Regular", "Math-Italic", "Size1-Regular");

  /** Letters that were in Unicode before the alphabets were, and what they are. */
  private static final Map<String, String> OLDER =
      Map.ofEntries(
          Map.entry("AMS-Regular", "ℂCℍHℕNℙPℚQℝRℤZ"),
          Map.entry("Script-Regular", "ℬBℰEℱFℋHℐIℒLℳMℛR"),
          Map.entry("Fraktur-Regular", "ℭCℌHℑIℜRℨZ"));

  private MathFonts() {}

  /** A sign of a font, and the font. */
  record Sign(String font, int sign) {}

  private static Font load(String name) {
    return LOADED.computeIfAbsent(
        name,
        n -> {
          try (InputStream file = MathFonts.class.getResourceAsStream(FOLDER + n + ".ttf")) {
            if (file == null) {
              throw new Undrawable("no font " + n);
            }
            return Font.createFont(Font.TRUETYPE_FONT, file);
          } catch (IOException | FontFormatException e) {
            throw new Undrawable("the font " + n + ": " + e.getMessage());
          }
        });
  }

  /** A sign out of this font; throws if it has none. */
  static Ink sign(String font, int sign, double size) {
    Font loaded = load(font);
    if (!loaded.canDisplay(sign)) {
      throw new Undrawable(Character.toString(sign));
    }
    return ink(loaded.deriveFont((float) size), Character.toString(sign));
  }

  /** Whether this font has the sign. */
  static boolean has(String font, int sign) {
    return load(font).canDisplay(sign);
  }

  /** Text, each sign from the first font that has it. */
  static Ink text(String text, boolean italic, boolean bold, double size) {
    return Ink.row(text.codePoints().mapToObj(c -> letter(c, italic, bold, size)).toList());
  }

  private static Ink letter(int c, boolean italic, boolean bold, double size) {
    if (c == ' ' || c == 0xA0) {
      return Ink.blank(size / 4);
    }
    if (c == '‖') {
      return sign("Main-Regular", '∥', size);
    }
    Sign sign = place(c, italic, bold);
    if (has(sign.font(), sign.sign())) {
      return sign(sign.font(), sign.sign(), size);
    }
    for (String font : ANY) {
      if (has(font, c)) {
        return sign(font, c, size);
      }
    }
    Font system = new Font(Font.SERIF, Font.PLAIN, 1);
    if (!system.canDisplay(c)) {
      throw new Undrawable(Character.toString(c));
    }
    return ink(system.deriveFont((float) (size * 0.95)), Character.toString(c));
  }

  private static Sign place(int c, boolean italic, boolean bold) {
    Sign older = older(c);
    if (older != null) {
      return older;
    }
    boolean smallGreek = (c >= 'α' && c <= 'ω') || "ϕϵϑϱϖ".indexOf(c) >= 0;
    if (c >= 0x1D400) {
      return ofAlphabet(c);
    } else if (bold) {
      return new Sign("Main-Bold", c);
    } else if (smallGreek) {
      return new Sign("Math-Italic", c);
    }
    boolean latin = c < 0x80 && Character.isLetter(c);
    return new Sign(italic && latin ? "Math-Italic" : "Main-Regular", c);
  }

  private static @Nullable Sign older(int c) {
    for (Map.Entry<String, String> font : OLDER.entrySet()) {
      int at = font.getValue().indexOf(c);
      if (at >= 0 && at % 2 == 0) {
        return new Sign(font.getKey(), font.getValue().charAt(at + 1));
      }
    }
    return null;
  }

  /** The alphabets of mathematics stand in fonts of their own, as ordinary letters. */
  private static Sign ofAlphabet(int c) {
    if (c >= 0x1D7CE) {
      int digit = c - 0x1D7CE;
      String font =
          switch (digit / 10) {
            case 0 -> "Main-Bold";
            case 1 -> "AMS-Regular";
            case 2 -> "SansSerif-Regular";
            case 3 -> "SansSerif-Bold";
            default -> "Typewriter-Regular";
          };
      return new Sign(font, '0' + digit % 10);
    } else if (c >= 0x1D6C2 && c <= 0x1D6DA) {
      return new Sign("Math-BoldItalic", 'α' + c - 0x1D6C2);
    } else if (c >= 0x1D6A8 && c <= 0x1D6C0) {
      return new Sign("Main-Bold", 'Α' + c - 0x1D6A8);
    }
    int letter = (c - 0x1D400) % 52;
    int ascii = letter < 26 ? 'A' + letter : 'a' + letter - 26;
    String font =
        switch ((c - 0x1D400) / 52) {
          case 0 -> "Main-Bold";
          case 3 -> "Script-Regular";
          case 5 -> "Fraktur-Regular";
          case 6 -> "AMS-Regular";
          case 8 -> "SansSerif-Regular";
          case 12 -> "Typewriter-Regular";
          default -> throw new Undrawable(Character.toString(c));
        };
    if (!has(font, ascii)) {
      throw new Undrawable(Character.toString(c));
    }
    return new Sign(font, ascii);
  }

  private static Ink ink(Font font, String text) {
    GlyphVector glyphs = font.createGlyphVector(EXACT, text);
    Rectangle2D seen = glyphs.getVisualBounds();
    double advance = glyphs.getGlyphPosition(glyphs.getNumGlyphs()).getX();
    return new Ink(
        Math.max(advance, seen.isEmpty() ? 0 : seen.getMaxX()),
        -seen.getMinY(),
        seen.getMaxY(),
        glyphs.getOutline());
  }
}
