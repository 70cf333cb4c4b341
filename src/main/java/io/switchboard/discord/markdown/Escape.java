package io.switchboard.discord.markdown;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the effect from characters that would act. Characters that stand where they do nothing stay
 * as they are, so that text reads the same where Markdown is not shown, as in notifications.
 */
final class Escape {
  /** Where Discord looks for an address; in it a backslash would become part of it. */
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\\p{Z}\\uFEFF<]*");

  /** One in which no sign acts or ends it. */
  private static final Pattern CLEAN =
      Pattern.compile(
          "https?://(?!.*~~)[\\p{L}\\p{N}\\-._:/?#@!$&'(),;=%+\\[\\]~]*[\\p{L}\\p{N}][\\-._/?#@!$&=%+~]*");

  /** Of one that ends otherwise Discord takes the last signs off, or has them act. */
  private static final Pattern BARE = Pattern.compile(".*[\\p{L}\\p{N}]/?");

  /** What Discord does not take as an address's end. */
  private static final Pattern BEHIND = Pattern.compile("[.,:;\"')\\]]+$");

  private static final Pattern SCHEME = Pattern.compile("(?<=https?):(?=//)");

  /** Mentions, commands, times, own emoji, and what would be a link to an e-mail or a telephone. */
  private static final Pattern TAG =
      Pattern.compile("<(?=[@#:/]|[a-z]+:|[^<>\\s@]+@|\\+?\\d[\\d() -]*>|$)");

  private static final Pattern PING = Pattern.compile("@(?=everyone|here)|(?<=<)@(?=[!&]?\\d)");
  private static final Pattern EMOJI =
      Pattern.compile(":(?=[\\w+-]*[A-Za-zñ][\\wñ+-]*:|[+-]1:|100:|1234:)");

  /** An address would close the one or end the other. */
  private static final Pattern BEFORE_ADDRESS = Pattern.compile("(?::[\\w+-]*|<)$");

  private static final Pattern LINE_START =
      Pattern.compile(
          "(?m)^([ \\t\\p{Z}\\uFEFF]*)(#{1,3}(?=[\\s\\p{Z}\\uFEFF]|$)|-#|[-*+](?= |$)|>{1,3}(?="
              + " |$)|>>>)");
  private static final Pattern NUMBER =
      Pattern.compile("(?m)^([ \\t\\p{Z}\\uFEFF]*\\d{1,10})([.)])(?= |$)");

  private Escape() {}

  /** Escapes a piece of running text that stands in no format. */
  static String text(String text, CharSequence before) {
    return text(text, before, false, true);
  }

  /**
   * Escapes a piece of running text.
   *
   * @param before what stands before it on the page, for characters that act together
   * @param formatted whether it is bold, italic or struck out, which a star could end
   * @param free whether an address may end where the piece does
   */
  static String text(String text, CharSequence before, boolean formatted, boolean free) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    Matcher address = ADDRESS.matcher(text);
    int from = 0;
    while (address.find()) {
      String url = BEHIND.matcher(address.group()).replaceFirst("");
      if (CLEAN.matcher(url).matches()) {
        out.append(words(text.substring(from, address.start()), before, out, formatted));
        boolean ends = address.end() < text.length() ? text.charAt(address.end()) != '<' : free;
        boolean bare = ends && BARE.matcher(url).matches();
        out.append(bare && isApart(out.isEmpty() ? before : out) ? url : "<" + url + ">");
        from = address.start() + url.length();
      }
    }
    return out.append(words(text.substring(from), before, out, formatted)).toString();
  }

  /** Whether an address can follow without completing something. */
  static boolean isApart(CharSequence before) {
    return !BEFORE_ADDRESS.matcher(before).find();
  }

  /** Whether there is nothing in it that could act anywhere; most text is like that. */
  private static boolean isPlain(String text) {
    boolean begun = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean harmless =
          Character.isLetter(c)
              || " ,;.!?'\"/=%$&)".indexOf(c) >= 0
              || (begun && (c == '-' || (c >= '0' && c <= '9')));
      begun |= c != ' ';
      if (!harmless) {
        return false;
      }
    }
    return true;
  }

  /** An address in which no character can end or begin a format, or ends the address. */
  static String address(String url) {
    String safe =
        url.strip()
            .replace("*", "%2A")
            .replace("`", "%60")
            .replace("|", "%7C")
            .replace("\\", "%5C")
            .replace("<", "%3C")
            .replace(">", "%3E")
            .replace("~~", "%7E%7E");
    return safe.endsWith("~") ? safe.substring(0, safe.length() - 1) + "%7E" : safe;
  }

  /** Escapes a piece of a link's label: an address in it is none, whatever it looks like. */
  static String label(String text, CharSequence before, boolean formatted) {
    return isPlain(text) ? text : words(text, before, "", formatted);
  }

  private static String words(
      String text, CharSequence before, CharSequence more, boolean formatted) {
    StringBuilder out = new StringBuilder();
    BitSet unclosed = unclosed(text);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char last = i > 0 ? text.charAt(i - 1) : lastOf(more, lastOf(before, '\n'));
      char next = i + 1 < text.length() ? text.charAt(i + 1) : 0;
      if (acts(c, last, next) || (formatted && c == '*') || unclosed.get(i)) {
        out.append('\\');
      }
      out.append(c);
    }
    String escaped = TAG.matcher(out).replaceAll("\\\\<");
    escaped = PING.matcher(escaped).replaceAll("@\u200b");
    escaped = EMOJI.matcher(escaped).replaceAll("\\\\:");
    escaped = SCHEME.matcher(escaped).replaceAll("\\\\:");
    return lineStarts(escaped, lastOf(more, lastOf(before, '\n')) == '\n');
  }

  /** The brackets that another piece of text, however far away, could close as a link's. */
  private static BitSet unclosed(String text) {
    BitSet open = new BitSet();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '[') {
        open.set(i);
      } else if (text.charAt(i) == ']' && !open.isEmpty()) {
        open.clear(open.length() - 1);
      }
    }
    return open;
  }

  /** Takes the effect from brackets in a link's label, unless that was done before. */
  static String brackets(String label) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < label.length(); i++) {
      char c = label.charAt(i);
      if (c == '\\' && i + 1 < label.length()) {
        out.append(c).append(label.charAt(++i));
      } else {
        out.append(c == '[' || c == ']' ? "\\" : "").append(c);
      }
    }
    return out.toString();
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
      case '\\' -> !isAscii(next);
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
