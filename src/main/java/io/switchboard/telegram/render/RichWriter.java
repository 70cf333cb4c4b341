package io.switchboard.telegram.render;

/** Writes rich HTML, and counts what a person will see of it. */
final class RichWriter {
  private final StringBuilder html = new StringBuilder();
  private int characters;
  private boolean blank = true;
  private int depth;

  String html() {
    return html.toString();
  }

  /** In UTF-16 units. */
  int characters() {
    return characters;
  }

  /** Whether there is nothing to see. */
  boolean blank() {
    return blank;
  }

  /** How many tags are open. */
  int depth() {
    return depth;
  }

  /** So many characters are seen that are not written. */
  void count(int more) {
    characters += more;
  }

  /** Tags as they are. */
  void raw(String tags) {
    html.append(tags);
  }

  /** Something to see that is no text. */
  void thing(String tags) {
    blank = false;
    html.append(tags);
  }

  void in(String tag, Runnable inside) {
    depth++;
    html.append('<').append(tag).append('>');
    inside.run();
    int space = tag.indexOf(' ');
    html.append("</").append(space < 0 ? tag : tag.substring(0, space)).append('>');
    depth--;
  }

  void text(String text) {
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      if (point < ' ' && point != '\n' && point != '\t') {
        continue;
      }
      characters += Character.charCount(point);
      blank &= Character.isWhitespace(point) || Character.isSpaceChar(point);
      switch (point) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        default -> html.appendCodePoint(point);
      }
    }
  }
}
