package io.switchboard.markup.grammar;

/**
 * Bold text in languages without spaces. By the specification the second stars of <code>
 * **“重点”**是</code> close nothing, since punctuation stands before and a letter behind them, and
 * models write this all the time. So a sign of punctuation that nobody uses is put between the
 * stars and the letter before parsing, and taken out behind it. Nothing changes for letters of
 * other scripts.
 */
final class EastAsian {
  /** Punctus elevatus, a mark of medieval manuscripts. */
  private static final char MARK = '\u2E4E';

  private static final String ONE = String.valueOf(MARK);

  private EastAsian() {}

  static String marked(String source) {
    // Should somebody use it after all, theirs is doubled.
    String markdown = source.indexOf(MARK) < 0 ? source : source.replace(ONE, ONE + ONE);
    if (markdown.indexOf('*') < 0) {
      return markdown;
    }
    StringBuilder marked = null;
    int copied = 0;
    for (int at = markdown.indexOf('*'); at >= 0; ) {
      int end = at;
      while (end < markdown.length() && markdown.charAt(end) == '*') {
        end++;
      }
      char before = at > 0 ? markdown.charAt(at - 1) : '\n';
      char after = end < markdown.length() ? markdown.charAt(end) : '\n';
      boolean closes = isCharacter(after) && ends(before);
      boolean opens = isCharacter(before) && begins(after);
      if (closes || opens) {
        marked = marked == null ? new StringBuilder(markdown.length() + 64) : marked;
        int place = closes ? end : at;
        marked.append(markdown, copied, place).append(MARK);
        copied = place;
      }
      at = markdown.indexOf('*', end);
    }
    return marked == null
        ? markdown
        : marked.append(markdown, copied, markdown.length()).toString();
  }

  /** A literal of the library's tree as it was written. */
  static String unmarked(String text) {
    if (text.indexOf(MARK) < 0) {
      return text;
    }
    StringBuilder unmarked = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != MARK) {
        unmarked.append(c);
      } else if (i + 1 < text.length() && text.charAt(i + 1) == MARK) {
        unmarked.append(c);
        i++;
      }
    }
    return unmarked.toString();
  }

  /** Of a script that leaves out spaces between words, or adds endings to what was quoted. */
  private static boolean isCharacter(char c) {
    return (c >= 0x3041 && c <= 0x30FF && c != 0x30FB)
        || (c >= 0x3400 && c <= 0x9FFF)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF);
  }

  private static boolean ends(char c) {
    return switch (Character.getType(c)) {
      case Character.END_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          c != '\\';
      default -> c == '`' || c == '$';
    };
  }

  private static boolean begins(char c) {
    return switch (Character.getType(c)) {
      case Character.START_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION -> true;
      default -> c == '"' || c == '\'' || c == '`' || c == '$' || c == '&';
    };
  }
}
