package io.switchboard.markup.table;

import io.switchboard.markup.Block;
import java.text.BreakIterator;
import java.util.Locale;

/**
 * How many columns text takes where all characters are equally wide: letters one, Chinese, Japanese
 * and Korean characters and emoji two, combining marks none.
 *
 * @see <a href="https://www.unicode.org/reports/tr11/">East Asian Width</a>
 */
public final class DisplayWidth {
  private static final int EMOJI_STYLE = 0xFE0F;

  /** First and last of each range that is wide or full-width. */
  private static final int[] WIDE = {
    0x1100, 0x115F, 0x2E80, 0x303E, 0x3041, 0x33FF, 0x3400, 0x4DBF, 0x4E00, 0xA4CF, 0xA960, 0xA97F,
    0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE10, 0xFE19, 0xFE30, 0xFE6F, 0xFF01, 0xFF60, 0xFFE0, 0xFFE6,
    0x16FE0, 0x18DFF, 0x1AFF0, 0x1B2FF, 0x1D300, 0x1D376, 0x20000, 0x3FFFD
  };

  private DisplayWidth() {}

  /** Columns that a line takes; 0 or more. */
  public static int of(String line) {
    int simple = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c >= 0x300) {
        return ofClusters(line);
      }
      simple += c < ' ' || (c >= 0x7F && c < 0xA0) || c == 0xAD ? 0 : 1;
    }
    return simple;
  }

  /** The line with spaces behind it (or before it), so that it takes so many columns. */
  public static String padded(String line, int columns, Block.Align align) {
    int missing = Math.max(0, columns - of(line));
    int before =
        switch (align) {
          case RIGHT -> missing;
          case CENTER -> missing / 2;
          case LEFT, NONE -> 0;
        };
    return " ".repeat(before) + line + " ".repeat(missing - before);
  }

  private static int ofClusters(String line) {
    BreakIterator clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
    clusters.setText(line);
    int width = 0;
    int start = clusters.first();
    for (int end = clusters.next(); end != BreakIterator.DONE; end = clusters.next()) {
      width += ofCluster(line.substring(start, end));
      start = end;
    }
    return width;
  }

  private static int ofCluster(String cluster) {
    int first = cluster.codePointAt(0);
    boolean wide =
        isWide(first)
            || Character.isEmojiPresentation(first)
            || (Character.isEmoji(first) && cluster.indexOf(EMOJI_STYLE) >= 0);
    return wide ? 2 : isInvisible(first) ? 0 : 1;
  }

  private static boolean isWide(int c) {
    for (int i = 0; i < WIDE.length && c >= WIDE[i]; i += 2) {
      if (c <= WIDE[i + 1]) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInvisible(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.CONTROL,
          Character.FORMAT ->
          true;
      default -> false;
    };
  }
}
