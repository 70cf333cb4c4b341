package io.switchboard.markup.pdf;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which of the system's fonts has a letter. */
final class Faces {
  private static final Map<String, Font> FONTS = new ConcurrentHashMap<>();
  private static final Set<Character.UnicodeScript> JOINED =
      Set.of(
          Character.UnicodeScript.ARABIC,
          Character.UnicodeScript.HEBREW,
          Character.UnicodeScript.SYRIAC,
          Character.UnicodeScript.THAANA,
          Character.UnicodeScript.NKO,
          Character.UnicodeScript.DEVANAGARI,
          Character.UnicodeScript.BENGALI,
          Character.UnicodeScript.GURMUKHI,
          Character.UnicodeScript.GUJARATI,
          Character.UnicodeScript.ORIYA,
          Character.UnicodeScript.TAMIL,
          Character.UnicodeScript.TELUGU,
          Character.UnicodeScript.KANNADA,
          Character.UnicodeScript.MALAYALAM,
          Character.UnicodeScript.SINHALA,
          Character.UnicodeScript.TIBETAN,
          Character.UnicodeScript.MYANMAR,
          Character.UnicodeScript.KHMER,
          Character.UnicodeScript.MONGOLIAN);

  private final List<Font> narrow = new ArrayList<>();
  private final List<Font> wide = new ArrayList<>();
  private final int style;

  /**
   * For one style.
   *
   * @param region as the Noto fonts name it: decides between the shapes of one character
   * @param style as {@link Font} counts them
   */
  Faces(String region, boolean mono, int style) {
    this.style = style;
    String shape = mono ? "Mono " : "";
    for (String name :
        mono
            ? List.of("DejaVu Sans Mono", "Liberation Mono", "Noto Sans Mono")
            : List.of("Noto Sans", "DejaVu Sans", "Liberation Sans")) {
      installed(name, narrow);
    }
    for (String name : List.of(region, "SC", "KR", "JP", "TC")) {
      installed("Noto Sans " + shape + "CJK " + name, wide);
      installed("Noto Sans CJK " + name, wide);
    }
    List<Font> others = new ArrayList<>();
    for (String name :
        GraphicsEnvironment.getLocalGraphicsEnvironment()
            .getAvailableFontFamilyNames(Locale.ROOT)) {
      installed(name, others);
    }
    List<Font> first = List.copyOf(narrow);
    narrow.addAll(wide);
    narrow.addAll(others);
    wide.addAll(first);
    wide.addAll(others);
  }

  private static void installed(String family, List<Font> fonts) {
    Font font = FONTS.computeIfAbsent(family, name -> new Font(name, Font.PLAIN, 32));
    // A family that is not installed becomes another one. Colour fonts have no outlines.
    if (font.getFamily(Locale.ROOT).equals(family) && !family.contains("Emoji")) {
      fonts.add(font);
    }
  }

  /** A font with it; null if there is none. */
  @Nullable Font with(int letter) {
    if (JOINED.contains(Character.UnicodeScript.of(letter))) {
      return null;
    }
    for (Font font : letter < 0x2E80 ? narrow : wide) {
      if (font.canDisplay(letter)) {
        return style == Font.PLAIN ? font : font.deriveFont(style);
      }
    }
    return null;
  }

  /** All of these that there are. */
  SortedMap<Integer, Font> with(Collection<Integer> letters) {
    SortedMap<Integer, Font> found = new TreeMap<>();
    for (int letter : letters) {
      Font font = with(letter);
      if (font != null) {
        found.put(letter, font);
      }
    }
    return found;
  }
}
