package io.switchboard.discord.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the effect from characters that would act. Characters that stand where they do nothing stay
 * as they are, so that text reads the same where Markdown is not shown, as in notifications.
 */
final class Escape {
  /** An address as Discord finds it by itself; in it a backslash would become part of it. */
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<]+");

  private static final Pattern TAG = Pattern.compile("<(?=[@#:/]|[a-z]+:)");
  private static final Pattern PING = Pattern.compile("@(?=everyone|here)|(?<=<)@(?=[!&]?\\d)");
  private static final Pattern EMOJI = Pattern.compile(":(?=[\\w+-]*[A-Za-z][\\w+-]*:|100:|1234:)");

  /** An address would close the one or end the other. */
  private static final Pattern BEFORE_ADDRESS = Pattern.compile("(?::[\\w+-]*|<)$");

  private static final Pattern LINE_START =
      Pattern.compile("(?m)^([ \\t]*)(#{1,3}(?=\\s|$)|-# |[-*+] |>{1,3} |>>>)");
  private static final Pattern NUMBER = Pattern.compile("(?m)^([ \\t]*\\d{1,10})([.)])(?= )");

  private Escape() {}

  /** Escapes a piece of running text that stands in no format. */
  static String text(String text, CharSequence before) {
    return text(text, before, false);
  }

  /**
   * Escapes a piece of running text.
   *
   * @param before what stands before it on the page, for characters that act together
   * @param formatted whether it is bold, italic or struck out, which a star could end
   */
  static String text(String text, CharSequence before, boolean formatted) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    Matcher address = ADDRESS.matcher(text);
    int from = 0;
    while (address.find()) {
      String words = words(text.substring(from, address.start()), before, out, formatted);
      out.append(words);
      beforeAddress(out);
      from = address.end();
      // The sign that takes the effect from the next one would be read as part of it.
      boolean apart = from < text.length() && text.charAt(from) == '<';
      out.append(apart ? "<" : "").append(address(address.group())).append(apart ? ">" : "");
    }
    return out.append(words(text.substring(from), before, out, formatted)).toString();
  }

  /** Takes the effect from signs at the end that an address behind them would complete. */
  static void beforeAddress(StringBuilder text) {
    Matcher sign = BEFORE_ADDRESS.matcher(text);
    if (sign.find() && (sign.start() == 0 || text.charAt(sign.start() - 1) != '\\')) {
      text.insert(sign.start(), '\\');
    }
  }

  /** Whether there is nothing in it that could act anywhere; most text is like that. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean harmless =
          Character.isLetter(c)
              || " ,;.!?'\"/=%$&)".indexOf(c) >= 0
              || (i > 0 && (c == '-' || (c >= '0' && c <= '9')));
      if (!harmless) {
        return false;
      }
    }
    return true;
  }

  /** An address in which no character can end or begin a format. */
  static String address(String url) {
    return url.replace("*", "%2A").replace("`", "%60").replace("|", "%7C").replace("~~", "%7E%7E");
  }

  private static String words(
      String text, CharSequence before, CharSequence more, boolean formatted) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char last = i > 0 ? text.charAt(i - 1) : lastOf(more, lastOf(before, '\n'));
      char next = i + 1 < text.length() ? text.charAt(i + 1) : 0;
      if (acts(c, last, next) || (formatted && c == '*')) {
        out.append('\\');
      }
      out.append(c);
    }
    String escaped = TAG.matcher(out).replaceAll("\\\\<");
    escaped = PING.matcher(escaped).replaceAll("@\u200b");
    escaped = EMOJI.matcher(escaped).replaceAll("\\\\:");
    return lineStarts(escaped, lastOf(more, lastOf(before, '\n')) == '\n');
  }

  private static char lastOf(CharSequence text, char otherwise) {
    return text.isEmpty() ? otherwise : text.charAt(text.length() - 1);
  }

  private static boolean acts(char c, char last, char next) {
    return switch (c) {
      case '`' -> true;
      // With space on both sides it can neither open nor close; what begins a line comes later.
      case '*' -> !(blank(last) && blank(next)) || next == 0;
      case '_' -> !word(next) || !word(last) || next == '_' || last == '_';
      case '~', '|' -> next == c || last == c || next == 0;
      case '\\' -> next == 0 || !(isAscii(next) || Character.isWhitespace(next));
      case '(' -> last == ']';
      default -> false;
    };
  }

  private static boolean blank(char c) {
    return Character.isWhitespace(c);
  }

  private static boolean word(char c) {
    return isAscii(c) || c == '_';
  }

  private static boolean isAscii(char c) {
    return c < 128 && Character.isLetterOrDigit(c);
  }

  private static String lineStarts(String text, boolean first) {
    StringBuilder out = new StringBuilder();
    for (String line : text.split("(?<=\n)", -1)) {
      boolean start = first || !out.isEmpty();
      out.append(start ? lineStart(line) : line);
    }
    return out.toString();
  }

  private static String lineStart(String line) {
    String safe = LINE_START.matcher(line).replaceFirst("$1\\\\$2");
    return NUMBER.matcher(safe).replaceFirst("$1\\\\$2");
  }
}
