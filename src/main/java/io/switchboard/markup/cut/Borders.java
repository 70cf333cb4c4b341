package io.switchboard.markup.cut;

import java.text.BreakIterator;
import java.util.Arrays;
import java.util.Locale;

/** Where running text and code may be cut. */
final class Borders {
  /** Stands for something that is shown but is no text. */
  static final char OBJECT = '\uFFFC';

  private Borders() {}

  /** Behind each sentence. */
  static int[] sentences(String text) {
    return of(BreakIterator.getSentenceInstance(Locale.ROOT), text);
  }

  /** Where a line may be broken: behind words, and between characters that need no spaces. */
  static int[] words(String text) {
    return of(BreakIterator.getLineInstance(Locale.ROOT), text);
  }

  /** Between grapheme clusters. */
  static int[] clusters(String text) {
    return of(BreakIterator.getCharacterInstance(Locale.ROOT), text);
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
