package io.switchboard.markup.parse;

/** Writes text so that nothing in it acts. */
public final class Escaping {
  private Escaping() {}

  /** Every sign that could mean something becomes its number. */
  public static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean atEdge = i == 0 || i == text.length() - 1;
      if (acts(c) || (c == ' ' && (atEdge || text.charAt(i - 1) == ' '))) {
        escaped.append("&#").append((int) c).append(';');
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  private static boolean acts(char c) {
    boolean word = Character.isLetterOrDigit(c) || Character.isSurrogate(c);
    boolean harmless = word || c == ' ' || c == ',' || c == '\'' || c == '"' || c == '?';
    return !harmless && (c < 0x80 || Character.isWhitespace(c) || Character.isSpaceChar(c));
  }
}
