package io.switchboard.markup.parse;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Words within a line whose rest is still to come: what is open in them is closed or left out. */
final class OpenWords {
  /** A formula of more than that without an end is none, or is shown as it is written. */
  private static final int LONGEST_FORMULA = 2_000;

  /** With one dollar sign, which may be a price or a variable. */
  private static final int LONGEST_WITH_DOLLAR = 60;

  private static final int LONGEST_LABEL = 100;

  /** Nobody writes paragraphs that are longer, and reading them each time would take too long. */
  private static final int LONGEST = 5_000;

  private final String text;

  /** What has begun and not ended: a run of signs, from its place on. */
  private record Open(char sign, int count, int at) {}

  private final Deque<Open> open = new ArrayDeque<>();
  private final Deque<Integer> brackets = new ArrayDeque<>();
  private int at;

  /** What is shown, if the reading ended before the text did. */
  private @Nullable String stopped;

  private OpenWords(String text) {
    this.text = text;
  }

  static String closed(String words) {
    if (words.length() > LONGEST) {
      return words;
    }
    return new OpenWords(withoutSigns(words)).read();
  }

  /** What such signs mean is told by what comes behind them. */
  private static String withoutSigns(String words) {
    int end = words.endsWith("\n") ? words.length() - 1 : words.length();
    String whole = escaped(words, end) ? words.substring(0, end - 1) : words;
    int begin = signsAtEnd(whole);
    return escaped(whole, begin) ? whole : whole.substring(0, begin);
  }

  /** Where the signs begin that a text ends with; its length if there are none. */
  private static int signsAtEnd(String words) {
    int begin = words.length();
    while (begin > 0) {
      boolean note = begin > 1 && words.startsWith("[^", begin - 2);
      if (note || words.charAt(begin - 1) == '[') {
        begin -= note ? 2 : 1;
        begin -= begin > 0 && words.charAt(begin - 1) == '!' ? 1 : 0;
      } else if ("*_~$".indexOf(words.charAt(begin - 1)) >= 0) {
        begin--;
      } else {
        break;
      }
    }
    boolean picture =
        begin == words.length()
            && begin > 1
            && words.charAt(begin - 1) == '!'
            && Character.isWhitespace(words.charAt(begin - 2));
    return picture ? begin - 1 : begin;
  }

  private static boolean escaped(String words, int at) {
    int slashes = at;
    while (slashes > 0 && words.charAt(slashes - 1) == '\\') {
      slashes--;
    }
    return (at - slashes) % 2 == 1;
  }

  private String read() {
    while (at < text.length()) {
      switch (text.charAt(at)) {
        case '\\' -> {
          if (!formula("\\(", "\\)") && !formula("\\[", "\\]")) {
            at += 2;
          }
        }
        case '$' -> {
          if (!formula("$$", "$$") && !dollar()) {
            at++;
          }
        }
        case '`' -> code();
        case '[' -> brackets.push(at++);
        case ']' -> bracket();
        case '*', '_', '~' -> run();
        default -> at++;
      }
      if (stopped != null) {
        return stopped;
      }
    }
    return brackets.isEmpty() ? withEnds(text) : withoutBracket(brackets.peekLast());
  }

  /** Skips a formula; stops before one that has no end yet. */
  private boolean formula(String opening, String closing) {
    if (!text.startsWith(opening, at)) {
      return false;
    }
    int end = text.indexOf(closing, at + 2);
    if (end >= 0) {
      at = end + 2;
    } else if (text.length() - at > LONGEST_FORMULA) {
      at += 2;
    } else {
      stop(at);
    }
    return true;
  }

  private boolean dollar() {
    char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    boolean begins =
        !Character.isWhitespace(next)
            && !Character.isDigit(next)
            && !(at > 0 && isLetter(text.charAt(at - 1)));
    if (!begins) {
      return false;
    }
    int end = text.indexOf('$', at + 1);
    if (end >= 0) {
      at = Character.isWhitespace(text.charAt(end - 1)) ? at + 1 : end + 1;
      return true;
    }
    String rest = text.substring(at + 1);
    boolean signs = rest.indexOf('\\') >= 0 || rest.indexOf('^') >= 0;
    if (rest.length() > (signs ? LONGEST_FORMULA : LONGEST_WITH_DOLLAR)) {
      return false;
    }
    stop(at);
    return true;
  }

  /** Skips code; ends it where it has no end yet. */
  private void code() {
    int run = at;
    while (run < text.length() && text.charAt(run) == '`') {
      run++;
    }
    String signs = text.substring(at, run);
    for (int end = text.indexOf(signs, run); end >= 0; end = text.indexOf(signs, end)) {
      int behind = end;
      while (behind < text.length() && text.charAt(behind) == '`') {
        behind++;
      }
      if (behind - end == signs.length()) {
        at = behind;
        return;
      }
      end = behind;
    }
    String inside = text.substring(run).replaceAll("`+$", "");
    if (inside.isBlank()) {
      stop(at);
    } else {
      stopped = withEnds(text.substring(0, run) + inside.stripTrailing() + signs);
    }
  }

  private void stop(int end) {
    stopped =
        brackets.isEmpty()
            ? withEnds(text.substring(0, end))
            : withoutBracket(brackets.peekLast(), end);
  }

  private void bracket() {
    Integer opening = brackets.poll();
    at++;
    if (opening == null || at >= text.length()) {
      if (opening != null) {
        brackets.push(opening);
      }
      return;
    }
    if (text.charAt(at) != '(') {
      return;
    }
    int depth = 0;
    for (int i = at; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0) {
        at = i + 1;
        return;
      }
      if (c == '\n') {
        return;
      }
    }
    // The label is known; its address is still to come.
    stopped = withoutBracket(opening, at - 1);
  }

  private String withoutBracket(int opening) {
    return withoutBracket(opening, text.endsWith("]") ? text.length() - 1 : text.length());
  }

  /** A label that may be a link's, without the bracket before it. */
  private String withoutBracket(int opening, int end) {
    String label = text.substring(opening + 1, end);
    if (label.startsWith("^") && label.indexOf(' ') < 0) {
      return withEnds(text.substring(0, opening));
    }
    boolean array = opening > 0 && isLetter(text.charAt(opening - 1));
    boolean interval = !label.isEmpty() && "0123456789 -".indexOf(label.charAt(0)) >= 0;
    if (array || interval || label.length() > LONGEST_LABEL || label.indexOf('[') >= 0) {
      return withEnds(text.substring(0, end));
    }
    int before = opening > 0 && text.charAt(opening - 1) == '!' ? opening - 1 : opening;
    return withEnds(text.substring(0, before) + label);
  }

  private void run() {
    char sign = text.charAt(at);
    int from = at;
    while (at < text.length() && text.charAt(at) == sign) {
      at++;
    }
    int count = at - from;
    char before = from > 0 ? text.charAt(from - 1) : ' ';
    char next = at < text.length() ? text.charAt(at) : ' ';
    boolean closes = !Character.isWhitespace(before) && (sign != '_' || !isLetter(next));
    while (closes && count > 0 && !open.isEmpty() && open.stream().anyMatch(o -> o.sign == sign)) {
      Open last = open.pop();
      if (last.sign == sign) {
        int ended = Math.min(count, last.count);
        count -= ended;
        if (last.count > ended) {
          open.push(new Open(sign, last.count - ended, last.at));
        }
      }
    }
    boolean opens = count > 0 && !Character.isWhitespace(next) && !isLetter(before);
    if (opens && (sign == '~' ? count == 2 : count <= 3)) {
      open.push(new Open(sign, count, from));
    }
  }

  /** Only these, since in Chinese no space parts words from signs. */
  private static boolean isLetter(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private String withEnds(String words) {
    if (open.isEmpty()) {
      return words;
    }
    StringBuilder ended = new StringBuilder(words.stripTrailing());
    for (Open each : open) {
      if (each.at + each.count < ended.length()) {
        ended.append(String.valueOf(each.sign).repeat(each.count));
      } else {
        ended.setLength(Math.min(ended.length(), each.at));
      }
    }
    return ended.toString();
  }
}
