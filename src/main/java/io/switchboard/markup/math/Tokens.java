package io.switchboard.markup.math;

/**
 * LaTeX in its smallest pieces: a command with its backslash, or one character. Blanks and comments
 * are passed over.
 */
final class Tokens {
  /** What {@link #next} gives at the end. */
  static final String END = "";

  private final String text;
  private int at;

  Tokens(String text) {
    this.text = text;
  }

  String peek() {
    int before = at;
    String token = next();
    at = before;
    return token;
  }

  String next() {
    skipBlanks();
    if (at >= text.length()) {
      return END;
    }
    int from = at;
    if (text.charAt(at) != '\\') {
      at += Character.charCount(text.codePointAt(at));
      return text.substring(from, at);
    }
    at++;
    while (at < text.length() && isLetter(text.charAt(at))) {
      at++;
    }
    if (at == from + 1 && at < text.length()) {
      at += Character.charCount(text.codePointAt(at));
    } else if (at < text.length() && text.charAt(at) == '*') {
      // \operatorname* and the like; a star after another command is multiplication.
      at += text.startsWith("\\operatorname*", from) ? 1 : 0;
    }
    return text.substring(from, at);
  }

  /** Goes on behind this token, if it comes next. */
  boolean take(String token) {
    boolean comes = peek().equals(token);
    if (comes) {
      next();
    }
    return comes;
  }

  /** Goes on behind this token. */
  void expect(String token) {
    if (!take(token)) {
      throw new Unreadable("no " + token);
    }
  }

  /** What stands between the next braces, as it is. */
  String raw() {
    expect("{");
    int from = at;
    int open = 1;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\\') {
        at++;
      } else if (c == '{') {
        open++;
      } else if (c == '}' && --open == 0) {
        return text.substring(from, at++);
      }
      at++;
    }
    throw new Unreadable("no }");
  }

  private void skipBlanks() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '%') {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (!Character.isWhitespace(c)) {
        return;
      } else {
        at++;
      }
    }
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
