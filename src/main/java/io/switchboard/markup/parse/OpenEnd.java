package io.switchboard.markup.parse;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The end of a text that is still being written: what stands there half would be read as something
 * else than it becomes, and the reader would see signs come and go. What cannot be told yet (half a
 * fence, a table's head, a formula without its end) is left out for the moment; what has begun
 * (bold words, code) is closed.
 */
public final class OpenEnd {
  /** Longer lines with bars are no table's, and longer formulas are shown as they are. */
  private static final int LONGEST = 2_000;

  private static final int LONGEST_MARK = 80;

  private static final Pattern MARK =
      Pattern.compile(
          "[\\s>]*(?:(?:[-*+]|\\d{1,9}[.)])\\s+)*(?:[-*+]|\\d{1,9}[.)]|#{1,6}|>|[-*+]\\s+\\[["
              + " xX]?\\]?|[-=*_~` ]+|\\[[^\\]\\n"
              + "]+\\]:\\s*\\S*)?\\s*");

  private static final Pattern DIGITS = Pattern.compile("\\s*\\d{1,9}");
  private static final Pattern ROW = Pattern.compile("[\\s>]*\\|[^\\n]*");
  private static final Pattern RULE = Pattern.compile("[\\s>]*\\|(?=[^\\n]*-)[-:|\\s]*");
  private static final Pattern ENTITY = Pattern.compile("&#?\\w{0,10}$");
  private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z]*)([^<>\\n]{0,200})$");
  private static final Pattern EMPTY_FOLD =
      Pattern.compile("<details[^<>]*>\\s*(?:<summary[^<>]*>\\s*)?$", Pattern.CASE_INSENSITIVE);
  private static final String[] TAGS = {"think", "thinking", "details", "summary", "br"};

  private OpenEnd() {}

  /** The text as it may be read while more of it is to come; mostly the same. */
  public static String mended(String text) {
    int end = text.length();
    if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    int from = Math.max(0, thoughtEnd(text));
    OpenFence fence = OpenFence.in(text, from, end);
    if (fence.isOpen()) {
      return text.substring(0, fence.codeEnd(text, end));
    }
    int paragraph = paragraph(text, fence.closed(), end);
    int kept = withoutRows(text, paragraph, withoutMark(text, paragraph, end));
    kept = withoutTag(text.substring(0, kept), paragraph);
    if (kept <= paragraph) {
      return text.substring(0, kept);
    }
    int line = lineOfWords(text, paragraph, kept);
    return text.substring(0, line) + OpenWords.closed(text.substring(line, kept));
  }

  private static int thoughtEnd(String text) {
    int at = text.lastIndexOf("</think");
    return at < 0 ? 0 : text.indexOf('>', at) + 1;
  }

  /** Where the lines begin that no blank line parts from the end. */
  private static int paragraph(String text, int from, int end) {
    int line = end;
    while (line > from) {
      int before = text.lastIndexOf('\n', line - 1);
      int start = Math.max(from, before + 1);
      if (line < end && text.substring(start, line).isBlank()) {
        return line;
      }
      if (before < from) {
        return from;
      }
      line = before;
    }
    return from;
  }

  private static int lineStart(String text, int paragraph, int end) {
    return Math.max(paragraph, text.lastIndexOf('\n', end - 1) + 1);
  }

  /** Without a last line that is only the sign of something that is to come. */
  private static int withoutMark(String text, int paragraph, int end) {
    int start = lineStart(text, paragraph, end);
    String line = text.substring(start, end);
    if (line.length() > LONGEST_MARK) {
      return end;
    }
    boolean number = start > 0 && DIGITS.matcher(line).matches();
    return number || MARK.matcher(line).matches() ? start : end;
  }

  /** Without a table's head that may be none, and without a row that is not whole. */
  private static int withoutRows(String text, int paragraph, int end) {
    int last = end > paragraph && text.charAt(end - 1) == '\n' ? end - 1 : end;
    int first = last;
    int rows = 0;
    int lastRow = last;
    int rule = -1;
    while (first > paragraph) {
      int start = lineStart(text, paragraph, first);
      String line = text.substring(start, first);
      if (line.length() > LONGEST || !ROW.matcher(line).matches()) {
        break;
      }
      rule = RULE.matcher(line).matches() ? rows : rule;
      lastRow = rows == 0 ? start : lastRow;
      rows++;
      first = start > paragraph ? start - 1 : start;
    }
    if (rows == 0) {
      return end;
    }
    int table = first > paragraph ? first + 1 : first;
    int whole = last < end ? end : lastRow;
    if (rule < 0) {
      // Three lines without a rule between the first two are no table.
      return rows <= 2 ? table : end;
    }
    return (last < end ? rule : rule - 1) > 0 ? whole : table;
  }

  /** Without a tag that is not closed, or has nothing in it yet. */
  private static int withoutTag(String text, int paragraph) {
    Matcher tag = TAG.matcher(text).region(paragraph, text.length());
    int end = text.length();
    if (tag.find() && mayAct(tag)) {
      end = tag.start();
    } else {
      Matcher entity = ENTITY.matcher(text).region(Math.max(paragraph, end - 12), end);
      end = entity.find() ? entity.start() : end;
    }
    Matcher fold = EMPTY_FOLD.matcher(text).region(paragraph, end);
    return fold.find() ? fold.start() : end;
  }

  private static boolean mayAct(Matcher tag) {
    String name = tag.group(2).toLowerCase(Locale.ROOT);
    for (String known : TAGS) {
      if (tag.group(3).isEmpty() ? known.startsWith(name) : known.equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** Where the words begin to which those at the end belong: behind an item's or heading's sign. */
  private static int lineOfWords(String text, int paragraph, int end) {
    int start = lineStart(text, paragraph, end);
    while (start > paragraph && !begins(text, start)) {
      start = lineStart(text, paragraph, start - 1);
    }
    int at = start;
    while (at < end && " \t>".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    Matcher sign = SIGN.matcher(text).region(at, end);
    return sign.lookingAt() ? sign.end() : at;
  }

  private static final Pattern SIGN =
      Pattern.compile("(?:(?:[-*+]|\\d{1,9}[.)]|#{1,6})[ \\t]++)++(?:\\[[ xX]\\][ \\t]+)?");

  private static boolean begins(String text, int line) {
    int at = line;
    while (at < text.length() && " \t>".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return SIGN.matcher(text).region(at, text.length()).lookingAt();
  }
}
