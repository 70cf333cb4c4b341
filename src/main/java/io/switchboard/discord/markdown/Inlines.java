package io.switchboard.discord.markdown;

import io.switchboard.markup.Inline;
import java.util.List;
import java.util.Locale;

/** Running text. */
final class Inlines {
  private final StringBuilder out = new StringBuilder();
  private final boolean inLink;

  private Inlines(boolean inLink) {
    this.inLink = inLink;
  }

  static String render(List<Inline> text) {
    return render(text, false);
  }

  /** On one line, as headings and cells need it. */
  static String line(List<Inline> text) {
    return render(text).replace('\n', ' ').strip();
  }

  private static String render(List<Inline> text, boolean inLink) {
    Inlines inlines = new Inlines(inLink);
    text.forEach(inlines::add);
    return inlines.out.toString();
  }

  private void add(Inline inline) {
    switch (inline) {
      case Inline.Text(String text) -> out.append(Escape.text(text, out));
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

  private static String letter(Inline.Moment.Style style) {
    return switch (style) {
      case RELATIVE -> "R";
      case DATE_TIME -> "f";
    };
  }

  private void code(String code) {
    part(code);
    out.append(code);
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
          default -> "";
        };
    return code.contains(mark.substring(0, 1));
  }

  private void run(String mark, List<Inline> text) {
    String inner = render(text, inLink);
    String bare = inner.strip();
    if (bare.isEmpty()) {
      out.append(inner);
      return;
    }
    int lead = inner.indexOf(bare);
    out.append(inner, 0, lead);
    part(mark);
    out.append(mark).append(bare).append(mark);
    out.append(inner, lead + bare.length(), inner.length());
  }

  private void link(String url, List<Inline> text) {
    String label = render(text, true).replace('\n', ' ').strip();
    String address = url.strip();
    String scheme = address.toLowerCase(Locale.ROOT);
    boolean web = scheme.startsWith("https://") || scheme.startsWith("http://");
    if (inLink || !web || address.chars().anyMatch(Character::isWhitespace)) {
      // Addresses of other kinds do nothing on Discord; that they were there is still told.
      out.append(label);
      if (!inLink && scheme.startsWith("mailto:") && !label.contains("@")) {
        out.append(" (").append(Escape.text(address.substring(7), out)).append(")");
      }
      return;
    }
    String safe = Escape.address(address).replace("<", "%3C").replace(">", "%3E");
    if (label.isEmpty() || label.equals(safe) || label.equals(address)) {
      out.append(safe);
    } else if (label.contains("://")) {
      // Discord shows no masked link whose label looks like another address, for good reasons.
      out.append(label).append(" (").append(safe.replace(")", "%29")).append(" )");
    } else {
      out.append('[').append(label.replace("[", "\\[").replace("]", "\\]")).append("](");
      out.append(safe.replace("(", "%28").replace(")", "%29")).append(')');
    }
  }
}
