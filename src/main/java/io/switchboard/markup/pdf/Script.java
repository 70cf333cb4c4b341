package io.switchboard.markup.pdf;

import java.awt.Font;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A text with the letters it needs.
 *
 * @param text without what XML or no font has
 * @param needed its code points, and those of ASCII
 * @param region as the Noto fonts name it
 * @param unreadable whether too many letters are missing
 */
record Script(String text, SortedSet<Integer> needed, String region, boolean unreadable) {
  /** One missing letter in so many is a rare one; more is a font that is not there. */
  private static final int RARE = 50;

  static Script of(String text, Locale locale) {
    String region = region(text, locale);
    Faces faces = new Faces(region, false, Font.PLAIN);
    SortedSet<Integer> needed = new TreeSet<>();
    for (int ascii = ' '; ascii < 0x7F; ascii++) {
      needed.add(ascii);
    }
    SortedSet<Integer> missing = new TreeSet<>();
    StringBuilder readable = new StringBuilder(text.length());
    int letters = 0;
    int lost = 0;
    for (int c : text.codePoints().toArray()) {
      if (c == '\t') {
        readable.append("    ");
        continue;
      }
      if (c == '\n') {
        readable.append('\n');
        continue;
      }
      if (isSilent(c)) {
        continue;
      }
      if (!needed.contains(c) && !missing.contains(c)) {
        (faces.with(c) == null ? missing : needed).add(c);
      }
      letters += Character.isLetter(c) ? 1 : 0;
      if (needed.contains(c)) {
        readable.appendCodePoint(c);
      } else {
        lost += Character.isLetter(c) ? 1 : 0;
        readable.append("[U+%04X]".formatted(c));
      }
    }
    return new Script(readable.toString(), needed, region, lost * RARE > letters);
  }

  /** What is not seen, and what XML cannot hold. */
  private static boolean isSilent(int c) {
    return Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT
        || Character.getType(c) == Character.SURROGATE
        || (c >= 0xFE00 && c <= 0xFE0F)
        || (c & 0xFFFE) == 0xFFFE;
  }

  private static String region(String text, Locale locale) {
    if (text.codePoints().anyMatch(c -> c >= 0xAC00 && c <= 0xD7A3)) {
      return "KR";
    }
    if (text.codePoints().anyMatch(c -> c >= 0x3041 && c <= 0x30FA)) {
      return "JP";
    }
    return locale.getScript().equals("Hant")
            || Set.of("TW", "HK", "MO").contains(locale.getCountry())
        ? "TC"
        : "SC";
  }

  SortedMap<Integer, Font> letters(boolean mono, int style) {
    return new Faces(region, mono, style).with(needed);
  }
}
