package io.switchboard.discord.markdown;

import io.switchboard.markup.Inline;
import io.switchboard.markup.PlainText;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Running text. */
final class Inlines {
  /** What Discord takes as the end of an address. */
  private static final Pattern BEHIND_ADDRESS = Pattern.compile("[.,:;\"')\\]]*(\\s|$)");

  /** What has a mention of its own: a channel, a forum or a thread. */
  private static final Pattern CHANNEL = Pattern.compile("discord-(?:channel|forum):(\\d{1,20})");

  /** Space for Discord at both ends. */
  private static final Pattern AROUND =
      Pattern.compile("^[\\s\\p{Z}\\uFEFF]+|[\\s\\p{Z}\\uFEFF]+$");

  /** Where the last code or format ends, whose mark could grow longer. */
  private int marked;

  /** Parts what would act together; nobody sees it. */
  private static final String APART = "\u200b";

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
    return AROUND.matcher(render(text).replace('\n', ' ')).replaceAll("");
  }

  private static String render(List<Inline> text, boolean inLink, Set<String> open) {
    Inlines inlines = new Inlines(inLink, open);
    inlines.add(Flat.of(text, inLink, open), true);
    return inlines.out.toString();
  }

  private void add(List<Inline> pieces, boolean free) {
    for (int i = 0; i < pieces.size(); i++) {
      add(pieces.get(i), endsAddress(pieces.subList(i + 1, pieces.size()), free));
    }
  }

  /**
   * Adds a piece.
   *
   * @param free whether an address may end where the piece does
   */
  private void add(Inline inline, boolean free) {
    switch (inline) {
      case Inline.Text(String text) -> text(text, free);
      case Inline.Code(String code) -> code(code);
      case Inline.Command command -> command(command);
      case Inline.Channel channel -> channel(channel, free);
      case Inline.Formula(String latex) -> code(latex);
      case Inline.Emphasis(List<Inline> text) -> wrap("*", text);
      case Inline.Strong(List<Inline> text) -> wrap("**", text);
      case Inline.Strike(List<Inline> text) -> wrap("~~", text);
      case Inline.Link(String url, List<Inline> text) -> link(url, text, free);
      case Inline.Image(String url, String description) ->
          link(url, List.of(new Inline.Text(description.isBlank() ? url : description)), free);
      case Inline.Break(), Inline.SoftBreak() -> out.append('\n');
      case Inline.FootnoteMark(String label) -> out.append(Escape.text("[" + label + "]", out));
      case Inline.Moment(Instant at, Inline.Moment.Style style) ->
          out.append("<t:%d:%s>".formatted(at.getEpochSecond(), letter(style)));
    }
  }

  private void text(String text, boolean free) {
    boolean formatted = !open.isEmpty();
    out.append(
        inLink ? Escape.label(text, out, formatted) : Escape.text(text, out, formatted, free));
  }

  /** Whether an address ends where these begin; other things would be read as part of it. */
  private static boolean endsAddress(List<Inline> next, boolean free) {
    if (next.isEmpty()) {
      return free;
    }
    return switch (next.getFirst()) {
      case Inline.Break b -> true;
      case Inline.SoftBreak b -> true;
      case Inline.Text(String text) -> {
        Matcher behind = BEHIND_ADDRESS.matcher(text);
        yield behind.lookingAt()
            && (behind.end() < text.length() || endsAddress(next.subList(1, next.size()), free));
      }
      default -> false;
    };
  }

  private static String letter(Inline.Moment.Style style) {
    return switch (style) {
      case RELATIVE -> "R";
      case DATE_TIME -> "f";
    };
  }

  private void code(String code) {
    if (inLink && (code.indexOf('[') >= 0 || code.indexOf(']') >= 0)) {
      // Within code nothing keeps a bracket from acting on the link.
      text(code, false);
      return;
    }
    String text = CodeText.inline(code);
    part(text);
    out.append(text);
    marked = out.length();
  }

  private void command(Inline.Command command) {
    if (command.mention().isEmpty() || inLink) {
      code(command.line());
      return;
    }
    out.append(command.mention());
    int name = command.line().indexOf(' ');
    if (name > 0) {
      out.append(' ');
      code(command.line().substring(name + 1));
    }
  }

  /** Within a link a mention would be read as it is written. */
  private void channel(Inline.Channel channel, boolean free) {
    Matcher own = CHANNEL.matcher(channel.scope());
    if (own.matches() && !inLink) {
      out.append("<#").append(own.group(1)).append('>');
    } else {
      text(channel.anywhere(), free);
    }
  }

  /** Keeps two marks apart that would be read as one longer mark. */
  private void part(String next) {
    boolean meets = marked == out.length() && !next.isEmpty() && !out.isEmpty();
    if (meets && out.charAt(out.length() - 1) == next.charAt(0)) {
      out.append(APART);
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
          add(Flat.of(List.of(text.get(i)), inLink, open), false);
        }
        from = i + 1;
      }
    }
  }

  private static boolean holds(Inline inline, String mark) {
    String code =
        switch (inline) {
          case Inline.Code(String c) -> c;
          case Inline.Command command -> command.line();
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
          case Inline.Link(String url, List<Inline> text) -> {
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
    int lead = 0;
    int end = inner.length();
    while (lead < end && isBlank(inner.charAt(lead))) {
      lead++;
    }
    while (end > lead && isBlank(inner.charAt(end - 1))) {
      end--;
    }
    String bare = inner.substring(lead, end);
    out.append(inner, 0, lead);
    if (!bare.isEmpty()) {
      part(mark);
      out.append(mark).append(opensAnother(mark, bare) ? APART : "");
      // What strikes out ends at the next two of its signs, whatever is before them.
      out.append(bare).append(mark.equals("~~") && bare.endsWith("~") ? APART : "").append(mark);
      marked = out.length();
    }
    out.append(inner, end, inner.length());
  }

  /** Space for Discord, where no format begins or ends. */
  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
  }

  /** Bold at the beginning of italics would be read as italics within bold. */
  private static boolean opensAnother(String mark, String bare) {
    boolean bold = mark.equals("*") && bare.startsWith("**");
    return bold && !(bare.endsWith("**") && bare.indexOf("**", 2) == bare.length() - 2);
  }

  private void link(String url, List<Inline> text, boolean free) {
    String label = render(text, true, open).replace('\n', ' ').strip();
    String words = PlainText.of(text).strip();
    String address = Escape.address(url);
    if (label.isEmpty() || words.equals(url.strip())) {
      boolean bare = free && Escape.isApart(out);
      out.append(bare ? address : "<" + address + ">");
    } else if (words.contains("://")) {
      // Discord shows no masked link whose label looks like another address, for good reasons.
      part(label);
      out.append(label).append(" (<").append(address).append(">)");
    } else {
      out.append('[').append(Escape.brackets(label)).append("](");
      out.append(address.replace("(", "%28").replace(")", "%29")).append(')');
    }
  }
}
