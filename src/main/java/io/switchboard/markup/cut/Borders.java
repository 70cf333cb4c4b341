package io.switchboard.markup.cut;

import java.text.BreakIterator;
import java.util.Arrays;
import java.util.Locale;

/** Where running text and code may be cut. */
final class Borders {
  /** Stands for something that is shown but is no text. */
  static final char OBJECT = '\uFFFC';

  /**
   * The longest that is kept together, in UTF-16 units: emoji take up to 35, while a letter with
   * marks piled upon it may be longer than a message.
   */
  private static final int LONGEST_CLUSTER = 100;

  private Borders() {}

  /** Behind each sentence. */
  static int[] sentences(String text) {
    return of(BreakIterator.getSentenceInstance(Locale.ROOT), text);
  }

  /** Where a line may be broken: behind words, and between characters that need no spaces. */
  static int[] words(String text) {
    return of(BreakIterator.getLineInstance(Locale.ROOT), text);
  }

  /** Between grapheme clusters, and within one that no person would call a character. */
  static int[] clusters(String text) {
    int[] clusters = of(BreakIterator.getCharacterInstance(Locale.ROOT), text);
    int[] borders = new int[clusters.length + text.length() / (LONGEST_CLUSTER - 1) + 1];
    int count = 0;
    int last = 0;
    for (int i = 0; i <= clusters.length; i++) {
      int end = i < clusters.length ? clusters[i] : text.length();
      while (end - last > LONGEST_CLUSTER) {
        last += LONGEST_CLUSTER;
        last -= Character.isLowSurrogate(text.charAt(last)) ? 1 : 0;
        borders[count++] = last;
      }
      if (end < text.length()) {
        borders[count++] = end;
      }
      last = end;
    }
    return Arrays.copyOf(borders, count);
  }

  /** Behind each line's end. */
  static int[] lines(String text) {
    int[] borders = new int[16];
    int count = 0;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      if (at + 1 < text.length()) {
        borders = count == borders.length ? Arrays.copyOf(borders, count * 2) : borders;
        borders[count++] = at + 1;
      }
    }
    return Arrays.copyOf(borders, count);
  }

  /** Those of the first that the second has too; both ascending. */
  static int[] common(int[] some, int[] allowed) {
    int[] common = new int[some.length];
    int count = 0;
    int j = 0;
    for (int border : some) {
      while (j < allowed.length && allowed[j] < border) {
        j++;
      }
      if (j < allowed.length && allowed[j] == border) {
        common[count++] = border;
      }
    }
    return Arrays.copyOf(common, count);
  }

  private static int[] of(BreakIterator iterator, String text) {
    iterator.setText(text);
    int[] borders = new int[text.length() / 4 + 4];
    int count = 0;
    iterator.first();
    for (int at = iterator.next(); at != BreakIterator.DONE; at = iterator.next()) {
      if (at < text.length()) {
        borders = count == borders.length ? Arrays.copyOf(borders, count * 2) : borders;
        borders[count++] = at;
      }
    }
    return Arrays.copyOf(borders, count);
  }
}
