package io.switchboard.conversation;

import java.text.BreakIterator;
import java.util.Locale;

/** Titles of conversations and of what is made of them: one line of harmless text. */
public final class Titles {
  /** In characters as people count them. */
  public static final int LONGEST = 200;

  private static final int WORDS = 60;

  private Titles() {}

  /**
   * One line without control characters and without marks that turn the writing direction, at most
   * {@link #LONGEST} UTF-16 units, cut between characters as people see them. May be empty.
   */
  public static String clean(String text) {
    String line =
        text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+", " ")
            .replaceAll(
                "[\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}\\x{FEFF}\\p{Cs}\\p{Co}\\p{Cn}]", "")
            .strip();
    return line.length() <= LONGEST ? line : cut(line, LONGEST - 1, false);
  }

  /** The first words of a question. May be empty. */
  public static String ofQuestion(String question) {
    String line = clean(question.length() > 2000 ? question.substring(0, 2000) : question);
    return line.length() <= WORDS ? line : cut(line, WORDS, true);
  }

  private static String cut(String line, int bound, boolean atWord) {
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(line);
    int end = characters.preceding(bound + 1);
    if (atWord) {
      int space = line.lastIndexOf(' ', end);
      end = space > bound / 2 ? space : end;
    }
    return line.substring(0, Math.max(end, 0)).strip() + "…";
  }
}
