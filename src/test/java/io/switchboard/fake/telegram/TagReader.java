package io.switchboard.fake.telegram;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads tags and text as Telegram's own parser does. */
final class TagReader {
  private static final Map<String, String> NAMED =
      Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"");

  /** The names rich HTML knows beside those. */
  static final Map<String, String> RICH_NAMED =
      Map.ofEntries(
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("amp", "&"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", "\u00a0"),
          Map.entry("hellip", "…"),
          Map.entry("mdash", "—"),
          Map.entry("ndash", "–"),
          Map.entry("lsquo", "‘"),
          Map.entry("rsquo", "’"),
          Map.entry("ldquo", "“"),
          Map.entry("rdquo", "”"));

  /** A start or an end tag; {@code empty} if it ends with {@code />}. */
  record Tag(String name, Map<String, String> attributes, boolean closing, boolean empty) {}

  private final String html;
  private final Map<String, String> named;
  private int i;

  /**
   * @param dialect empty for the plain one, {@code rich} for the other
   */
  TagReader(String html, String dialect) {
    this.html = html;
    this.named = dialect.isEmpty() ? NAMED : RICH_NAMED;
  }

  static Refusal cannotParse(String why) {
    return Refusal.badRequest("can't parse entities: " + why);
  }

  boolean atEnd() {
    return i >= html.length();
  }

  boolean atTag() {
    return html.charAt(i) == '<';
  }

  /** Where it stands, in chars. */
  int at() {
    return i;
  }

  /** As refusals say it. */
  String byteOffset(int at) {
    return " at byte offset " + HtmlText.bytes(html.substring(0, at));
  }

  /** Takes everything up to this end tag, as it stands. */
  String until(String end) {
    int at = html.toLowerCase(Locale.ROOT).indexOf(end, i);
    if (at < 0) {
      throw cannotParse("Can't find \"" + end + "\"");
    }
    String raw = html.substring(i, at);
    i = at;
    return raw;
  }

  void text(StringBuilder out) {
    while (!atEnd() && !atTag()) {
      char c = html.charAt(i);
      if (c == '&' && reference(out)) {
        continue;
      }
      out.append(c);
      i++;
    }
  }

  private boolean reference(StringBuilder out) {
    int end = i + 1;
    if (end < html.length() && html.charAt(end) == '#') {
      end++;
      boolean hex = end < html.length() && html.charAt(end) == 'x';
      int from = hex ? end + 1 : end;
      int to = from;
      while (to < html.length() && Character.digit(html.charAt(to), hex ? 16 : 10) >= 0) {
        to++;
      }
      if (to == from || to - from > 7) {
        return false;
      }
      out.appendCodePoint(Integer.parseInt(html.substring(from, to), hex ? 16 : 10));
      i = skipSemicolon(to);
      return true;
    }
    while (end < html.length() && Character.isLetter(html.charAt(end))) {
      end++;
    }
    String value = named.get(html.substring(i + 1, end));
    if (value == null) {
      return false;
    }
    out.append(value);
    i = skipSemicolon(end);
    return true;
  }

  private int skipSemicolon(int at) {
    return at < html.length() && html.charAt(at) == ';' ? at + 1 : at;
  }

  Tag tag() {
    int at = i;
    i++;
    boolean closing = !atEnd() && html.charAt(i) == '/';
    if (closing) {
      i++;
    }
    int from = i;
    while (!atEnd() && !isIn(" \t\r\n>") && !selfEnd()) {
      i++;
    }
    String name = html.substring(from, i);
    Map<String, String> attributes = new LinkedHashMap<>();
    boolean empty = false;
    while (true) {
      skipSpace();
      if (atEnd()) {
        throw cannotParse("Unclosed " + (closing ? "end" : "start") + " tag" + byteOffset(at));
      }
      if (html.charAt(i) == '>') {
        i++;
        return new Tag(name, attributes, closing, empty);
      }
      if (selfEnd()) {
        empty = true;
        i++;
      } else if (closing) {
        throw cannotParse("Unclosed end tag" + byteOffset(at));
      } else {
        attribute(name, at, attributes);
      }
    }
  }

  private boolean isIn(String signs) {
    return signs.indexOf(html.charAt(i)) >= 0;
  }

  private boolean selfEnd() {
    return html.startsWith("/>", i);
  }

  private void attribute(String tag, int at, Map<String, String> into) {
    int from = i;
    while (!atEnd() && !isIn(" \t\r\n=>/")) {
      i++;
    }
    if (i == from) {
      throw cannotParse("Empty attribute name in the tag \"" + tag + "\"" + byteOffset(at));
    }
    String name = html.substring(from, i).toLowerCase(Locale.ROOT);
    skipSpace();
    if (atEnd() || html.charAt(i) != '=') {
      if (!Set.of("expandable", "open", "checked", "bordered", "striped", "reversed")
          .contains(name)) {
        throw cannotParse(
            "Expected equal sign in declaration of an attribute of the tag \""
                + tag
                + "\""
                + byteOffset(at));
      }
      into.put(name, "");
      return;
    }
    i++;
    skipSpace();
    into.put(name, value(at));
  }

  private String value(int at) {
    StringBuilder value = new StringBuilder();
    if (atEnd()) {
      throw cannotParse("Unclosed start tag" + byteOffset(at));
    }
    char quote = html.charAt(i);
    boolean quoted = quote == '"' || quote == '\'';
    if (quoted) {
      i++;
    }
    while (!atEnd()) {
      char c = html.charAt(i);
      if (quoted ? c == quote : Character.isWhitespace(c) || c == '>') {
        if (quoted) {
          i++;
        }
        return value.toString();
      }
      if (c != '&' || !reference(value)) {
        value.append(c);
        i++;
      }
    }
    throw cannotParse("Unclosed start tag" + byteOffset(at));
  }

  private void skipSpace() {
    while (!atEnd() && Character.isWhitespace(html.charAt(i))) {
      i++;
    }
  }
}
