package io.switchboard.markup.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Splits a model's text into what it thought and what it said. Done on the source, before all else,
 * because a fence or list left open in a thought must not swallow the answer.
 */
public final class Reasoning {
  /** A stretch of the source. */
  record Part(boolean thought, String text) {}

  private static final Pattern OPENING =
      Pattern.compile(" {0,3}<(?:think|thinking)>", Pattern.CASE_INSENSITIVE);
  private static final Pattern CLOSING =
      Pattern.compile("</(?:think|thinking)>", Pattern.CASE_INSENSITIVE);
  private static final Pattern TAG =
      Pattern.compile("(?<!`)</?(?:think|thinking)>(?!`)", Pattern.CASE_INSENSITIVE);

  private static final Pattern LONE_CLOSING =
      Pattern.compile("(?m)^\\s*</(?:think|thinking)>\\s*$", Pattern.CASE_INSENSITIVE);

  private Reasoning() {}

  /** The source without what was thought; the same if nothing was. */
  public static String said(String text) {
    List<Part> parts = split(text);
    if (parts.stream().noneMatch(Part::thought)) {
      return text;
    }
    StringBuilder said = new StringBuilder();
    parts.stream().filter(part -> !part.thought()).forEach(part -> said.append(part.text()));
    return said.toString().strip();
  }

  /** In order; a thought that is not closed yet goes on to the end. */
  static List<Part> split(String text) {
    if (!mentions(text)) {
      return List.of(new Part(false, text));
    }
    List<Part> parts = new ArrayList<>();
    var opening = OPENING.matcher(text);
    var closing = CLOSING.matcher(text);
    Fence fence = new Fence();
    int said = 0;
    int line = 0;
    while (line < text.length()) {
      int end = text.indexOf('\n', line);
      int next = end < 0 ? text.length() : end + 1;
      if (!fence.isOpenAfter(text, line, next) && opening.region(line, text.length()).lookingAt()) {
        add(parts, false, text.substring(said, line));
        boolean closed = closing.find(end(text, opening.end()));
        int thoughtEnd = closed ? closing.start() : text.length();
        parts.add(new Part(true, text.substring(opening.end(), thoughtEnd)));
        said = closed ? closing.end() : text.length();
        next = said;
      }
      line = next;
    }
    add(parts, false, text.substring(said));
    return parts.stream().anyMatch(Part::thought) ? parts : withoutOpening(text);
  }

  /**
   * Where the tag is that closes a thought, if one does: behind thoughts within it, and not one
   * that is quoted as code; else simply the next.
   */
  private static int end(String text, int from) {
    var tag = TAG.matcher(text);
    int depth = 1;
    int first = from;
    for (boolean found = tag.find(from); found; found = tag.find()) {
      boolean closes = text.charAt(tag.start() + 1) == '/';
      first = closes && first == from ? tag.start() : first;
      depth += closes ? -1 : 1;
      if (depth == 0) {
        return tag.start();
      }
    }
    return first;
  }

  /** Most texts have no such tag, and need not be read line by line. */
  private static boolean mentions(String text) {
    for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
      if (text.regionMatches(true, at + 1, "think", 0, 5)
          || text.regionMatches(true, at + 1, "/think", 0, 6)) {
        return true;
      }
    }
    return false;
  }

  /** Some servers put the opening into the prompt, so that only the end is in the answer. */
  private static List<Part> withoutOpening(String text) {
    var lone = LONE_CLOSING.matcher(text);
    Fence fence = new Fence();
    if (!lone.find()) {
      return List.of(new Part(false, text));
    }
    int line = 0;
    while (line < lone.start()) {
      int end = text.indexOf('\n', line);
      int next = end < 0 ? text.length() : end + 1;
      if (fence.isOpenAfter(text, line, next) && next > lone.start()) {
        return List.of(new Part(false, text));
      }
      line = next;
    }
    if (fence.isOpen()) {
      return List.of(new Part(false, text));
    }
    List<Part> parts = new ArrayList<>();
    add(parts, true, text.substring(0, lone.start()));
    add(parts, false, text.substring(lone.end()));
    return parts;
  }

  private static void add(List<Part> parts, boolean thought, String text) {
    if (!text.isBlank()) {
      parts.add(new Part(thought, text));
    }
  }

  /** Follows code fences line by line. */
  private static final class Fence {
    private char sign;
    private int length;

    boolean isOpen() {
      return length > 0;
    }

    /** Whether a fence is open once this line is read. */
    boolean isOpenAfter(String text, int from, int to) {
      int at = from;
      while (at < to && text.charAt(at) == ' ') {
        at++;
      }
      char first = at < to ? text.charAt(at) : 0;
      if (first == '`' || first == '~') {
        int run = at;
        while (run < to && text.charAt(run) == first) {
          run++;
        }
        boolean restBlank = text.substring(run, to).isBlank();
        if (length == 0 && run - at >= 3) {
          boolean inlineCode = first == '`' && text.substring(run, to).indexOf('`') >= 0;
          if (!inlineCode) {
            sign = first;
            length = run - at;
          }
        } else if (length > 0 && first == sign && run - at >= length && restBlank) {
          length = 0;
        }
      }
      return length > 0;
    }
  }
}
