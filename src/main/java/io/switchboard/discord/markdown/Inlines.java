package io.switchboard.discord.markdown;

import io.switchboard.markup.Inline;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Running text. */
final class Inlines {
  /** What Discord takes as the end of an address. */
  private static final Pattern BEHIND_ADDRESS = Pattern.compile("[.,:;\"')\\]]*(\\s|$)");

  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<]+$");

  /** Where the last code, format or link with a label ends: no address goes on behind it. */
  private int closed;

  private final StringBuilder out = new StringBuilder();
  private final boolean inLink;

  /** The marks of the formats around, which cannot be opened twice. */
  private final Set<String> open;

  private Inlines(boolean inLink, Set<String> open) {
    this.inLink = inLink;
    this.open = open;
  }

  static String render(List<Inline> text) {
    return render(text, false, new HashSet<>());
  }

  /** On one line, as headings and cells need it. */
  static String line(List<Inline> text) {
    return render(text).replace('\n', ' ').strip();
  }

  private static String render(List<Inline> text, boolean inLink, Set<String> open) {
    Inlines inlines = new Inlines(inLink, open);
    Flat.of(text, inLink, open).forEach(inlines::add);
    return inlines.out.toString();
  }

  private void add(Inline inline) {
    int address = endsAddress(inline) ? -1 : addressAtEnd();
    if (address >= 0) {
      // What follows would be read as part of it.
      out.insert(address, '<').append('>');
    }
    switch (inline) {
      case Inline.Text(String text) -> out.append(Escape.text(text, out, !open.isEmpty()));
      case Inline.Code(String code) -> code(CodeText.inline(code));
      case Inline.Formula(String latex) -> code(CodeText.inline(latex));
      case Inline.Emphasis(List<Inline> text) -> wrap("*", text);
      case Inline.Strong(List<Inline> text) -> wrap("**", text);
      case Inline.Strike(List<Inline> text) -> wrap("~~", text);
      case Inline.Link(String url, List<Inline> text) -> link(url, text);
      case Inline.Image(String url, String description) ->
          link(url, List.of(new Inline.Text(description.isBlank() ? url : description)));
      case Inline.Break(), Inline.SoftBreak() -> out.append('\n');
      case Inline.FootnoteMark(String label) -> out.append(Escape.text("[" + label + "]", out));
      case Inline.Moment(java.time.Instant at, Inline.Moment.Style style) ->
          out.append("<t:%d:%s>".formatted(at.getEpochSecond(), letter(style)));
    }
  }

  /** Where an address begins that what is written so far ends with; -1 if it does not. */
  private int addressAtEnd() {
    int word = out.length();
    if (word == closed || out.lastIndexOf("://") < 0) {
      return -1;
    }
    while (word > 0 && !Character.isWhitespace(out.charAt(word - 1))) {
      if (out.charAt(word - 1) == '<' || out.charAt(word - 1) == '>') {
        break;
      }
      word--;
    }
    Matcher address = ADDRESS.matcher(out.substring(word));
    return address.find() ? word + address.start() : -1;
  }

  private static boolean endsAddress(Inline next) {
    return next instanceof Inline.Break
        || next instanceof Inline.SoftBreak
        || (next instanceof Inline.Text(String text) && BEHIND_ADDRESS.matcher(text).lookingAt());
  }

  private static String letter(Inline.Moment.Style style) {
    return switch (style) {
      case RELATIVE -> "R";
      case DATE_TIME -> "f";
    };
  }

  private void code(String code) {
    part(code);
    out.append(code);
    closed = out.length();
  }

  /** Keeps two marks apart that would be read as one longer mark. */
  private void part(String next) {
    if (!next.isEmpty() && !out.isEmpty()) {
      char last = out.charAt(out.length() - 1);
      boolean escaped = out.length() > 1 && out.charAt(out.length() - 2) == '\\';
      if (last == next.charAt(0) && "*~`".indexOf(last) >= 0 && !escaped) {
        out.append('\u200b');
      }
    }
  }

  /**
   * Formats a run. Code that holds the mark itself stands outside, because Discord would end the
   * format within the code.
   */
  private void wrap(String mark, List<Inline> text) {
    int from = 0;
    for (int i = 0; i <= text.size(); i++) {
      boolean breaks = i == text.size() || holds(text.get(i), mark);
      if (breaks) {
        run(mark, text.subList(from, i));
        if (i < text.size()) {
          add(text.get(i));
        }
        from = i + 1;
      }
    }
  }

  private static boolean holds(Inline inline, String mark) {
    String code =
        switch (inline) {
          case Inline.Code(String c) -> c;
          case Inline.Formula(String c) -> c;
          case Inline.Emphasis(List<Inline> text) -> {
            yield text.stream().anyMatch(inner -> holds(inner, mark)) ? mark : "";
          }
          case Inline.Strong(List<Inline> text) -> {
            yield text.stream().anyMatch(inner -> holds(inner, mark)) ? mark : "";
          }
          case Inline.Strike(List<Inline> text) -> {
            yield text.stream().anyMatch(inner -> holds(inner, mark)) ? mark : "";
          }
          default -> "";
        };
    return code.contains(mark.substring(0, 1));
  }

  private void run(String mark, List<Inline> text) {
    open.add(mark);
    String inner = render(text, inLink, open);
    open.remove(mark);
    String bare = inner.strip();
    if (bare.isEmpty()) {
      out.append(inner);
      return;
    }
    int lead = inner.indexOf(bare);
    out.append(inner, 0, lead);
    part(mark);
    out.append(mark).append(opensAnother(mark, bare) ? "\u200b" : "");
    out.append(bare).append(mark);
    closed = out.length();
    out.append(inner, lead + bare.length(), inner.length());
  }

  /** Bold at the beginning of italics would be read as italics within bold. */
  private static boolean opensAnother(String mark, String bare) {
    boolean bold = mark.equals("*") && bare.startsWith("**");
    return bold && !(bare.endsWith("**") && bare.indexOf("**", 2) == bare.length() - 2);
  }

  private void link(String url, List<Inline> text) {
    String label = render(text, true, open).replace('\n', ' ').strip();
    String address = url.strip();
    String safe = Escape.address(address).replace("<", "%3C").replace(">", "%3E");
    if (label.isEmpty() || label.equals(safe) || label.equals(address)) {
      Escape.beforeAddress(out);
      out.append(safe);
    } else if (label.contains("://")) {
      // Discord shows no masked link whose label looks like another address, for good reasons.
      out.append(label).append(" (").append(safe.replace(")", "%29")).append(" )");
    } else {
      out.append('[').append(label.replace("[", "\\[").replace("]", "\\]")).append("](");
      out.append(safe.replace("(", "%28").replace(")", "%29")).append(')');
      closed = out.length();
    }
  }
}
