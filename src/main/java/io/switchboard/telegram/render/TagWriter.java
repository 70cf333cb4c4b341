package io.switchboard.telegram.render;

import io.switchboard.markup.PlainText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes tags and escaped text, and counts what is visible, in UTF-16 units. */
final class TagWriter {
  /** What is a mention, or becomes one with what stands behind it in a format of its own. */
  private static final Pattern NAME = Pattern.compile("(?<!\\w)@(?:\\w{2,}|\\w?\\z)");

  private final StringBuilder html = new StringBuilder();
  private final Deque<String> styles = new ArrayDeque<>();
  private final Deque<String> indents = new ArrayDeque<>();
  private boolean lineBegins = true;
  private boolean linked;
  private int visible;
  private int formats;
  private boolean blank = true;

  String html() {
    return html.toString();
  }

  int visible() {
    return visible;
  }

  /** How many stretches have a format of their own. */
  int formats() {
    return formats;
  }

  /** Whether there is nothing to see. */
  boolean blank() {
    return blank;
  }

  /** Whether the next text is the first of its line. */
  boolean lineBegins() {
    return lineBegins;
  }

  /** From now on lines begin with this, beside what they began with before. */
  void indent(String more) {
    indents.push(indents.isEmpty() ? more : indents.peek() + more);
  }

  /** Lines begin at the margin, as they must within a block of its own. */
  void margin() {
    indents.push("");
  }

  void outdent() {
    indents.pop();
  }

  void line() {
    html.append('\n');
    visible++;
    lineBegins = true;
  }

  /** Text in which nothing acts; names are kept from being mentions. */
  void text(String text) {
    Matcher name = NAME.matcher(text);
    int at = 0;
    while (!linked && name.find()) {
      plain(text.substring(at, name.start()));
      code(name.group());
      at = name.end();
    }
    plain(text.substring(at));
  }

  private void plain(String text) {
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      String line = text.substring(at, end < 0 ? text.length() : end);
      if (!line.isEmpty()) {
        begin();
        raw(line);
      }
      if (end >= 0) {
        line();
      }
      at += line.length() + 1;
    }
  }

  private void begin() {
    if (lineBegins) {
      lineBegins = false;
      raw(indents.isEmpty() ? "" : indents.peek());
    }
  }

  /** Writes as it is, apart from the escapes. */
  private void raw(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        default -> {
          if (c < ' ' && c != '\n' && c != '\t') {
            continue; // other control characters would be refused or lost
          }
          html.append(c);
        }
      }
      visible++;
    }
    blank = blank && !PlainText.isSeen(text);
  }

  /** Text in a style; styles nest. */
  void style(String tag, Runnable inside) {
    begin();
    formats++;
    html.append('<').append(tag).append('>');
    styles.push(tag);
    inside.run();
    styles.pop();
    html.append("</").append(tag).append('>');
  }

  /** Code within a line: no style can be around it, and it can be in no link. */
  void code(String code) {
    if (linked || code.isBlank()) {
      plain(code);
      return;
    }
    begin();
    List<String> around = new ArrayList<>(styles);
    around.forEach(tag -> html.append("</").append(tag).append('>'));
    // What is around it is cut in two by it.
    formats += 1 + around.size();
    html.append("<code>");
    raw(code);
    html.append("</code>");
    around.reversed().forEach(tag -> html.append('<').append(tag).append('>'));
  }

  void link(String url, Runnable inside) {
    if (linked) {
      inside.run();
      return;
    }
    begin();
    formats++;
    html.append("<a href=\"").append(attribute(url)).append("\">");
    linked = true;
    inside.run();
    linked = false;
    html.append("</a>");
  }

  /** A time that clients show in their own zone; the text is for those that cannot. */
  void time(long unix, String format, String shown) {
    begin();
    formats++;
    html.append("<tg-time unix=\"" + unix + "\" format=\"" + format + "\">");
    raw(shown);
    html.append("</tg-time>");
  }

  /** Whether a link is open, in which there can be no other thing than text. */
  boolean linked() {
    return linked;
  }

  /** A block with tags of its own, at the margin; styles must not be open. */
  void block(String open, String close, Runnable inside) {
    formats++;
    html.append(open);
    margin();
    inside.run();
    outdent();
    html.append(close);
    lineBegins = false;
  }

  /** What stands in a block of code. */
  void verbatim(String code) {
    raw(code.isEmpty() ? " " : code);
  }

  static String attribute(String value) {
    return value
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
