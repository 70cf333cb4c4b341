package io.switchboard.markup;

import io.switchboard.markup.table.TableText;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** A document as plain text, as a person would read it aloud. */
public final class PlainText {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final List<String> SCHEMES = List.of("https://", "http://", "mailto:");

  /** The fillers of Hangul, and the sign of Braille without dots. */
  private static final String BLANKS = "\u115f\u1160\u2800\u3164\uffa0";

  private final StringBuilder text = new StringBuilder();

  /** What stands before each line, from the containers around it. */
  private String indent = "";

  private PlainText() {}

  /**
   * Renders: tables as aligned text, formulas as LaTeX, links by their text (with the address
   * behind it where that says more). No line's end at the end.
   */
  public static String of(Document document) {
    PlainText plain = new PlainText();
    plain.blocks(document.blocks(), false);
    return plain.text.toString();
  }

  /** Renders running text alone. */
  public static String of(List<Inline> running) {
    PlainText plain = new PlainText();
    plain.running(running);
    return plain.text.toString();
  }

  /**
   * Whether there is anything to be seen in a text. No platform takes a message that is blank, and
   * by that they mean more than spaces: signs without width, and letters that are drawn as nothing.
   */
  public static boolean isSeen(String text) {
    return text.codePoints().anyMatch(PlainText::isInk);
  }

  private static boolean isInk(int c) {
    return switch (Character.getType(c)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> BLANKS.indexOf(c) < 0;
    };
  }

  private void blocks(List<Block> blocks, boolean tight) {
    boolean first = true;
    for (Block block : blocks) {
      if (!first) {
        line();
        if (!tight) {
          line();
        }
      }
      first = false;
      block(block);
    }
  }

  private void line() {
    // A blank line within a quotation keeps its sign but no space behind it.
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    text.setLength(end);
    text.append('\n').append(indent);
  }

  private void lines(String lines) {
    int from = 0;
    for (int end = lines.indexOf('\n'); end >= 0; end = lines.indexOf('\n', from)) {
      text.append(lines, from, end);
      line();
      from = end + 1;
    }
    text.append(lines, from, lines.length());
  }

  private void block(Block block) {
    switch (block) {
      case Block.Paragraph(List<Inline> running) -> running(running);
      case Block.Heading(int level, List<Inline> running) -> running(running);
      case Block.Code(String language, String code) -> lines(code);
      case Block.Formula(String latex) -> lines(latex);
      case Block.Quote(List<Block> blocks) -> within("> ", "> ", blocks, false);
      case Block.Listing listing -> listing(listing);
      case Block.Table table -> lines(TableText.of(table, Integer.MAX_VALUE).orElse(""));
      case Block.Rule rule -> text.append("———");
      case Block.Fold fold -> fold(fold);
      case Block.Footnote(String label, List<Block> blocks) ->
          within("[" + label + "] ", "  ", blocks, false);
    }
  }

  private void fold(Block.Fold fold) {
    running(fold.summary());
    if (!fold.summary().isEmpty() && !fold.blocks().isEmpty()) {
      line();
      line();
    }
    blocks(fold.blocks(), false);
  }

  private void listing(Block.Listing listing) {
    Integer start = listing.start();
    int number = start == null ? 0 : start;
    boolean first = true;
    for (Block.Item item : listing.items()) {
      if (!first) {
        line();
        if (!listing.tight()) {
          line();
        }
      }
      first = false;
      String mark = start == null ? "• " : number++ + ". ";
      Boolean checked = item.checked();
      if (checked != null) {
        mark = (start == null ? "" : mark) + (checked ? "☑ " : "☐ ");
      }
      within(mark, " ".repeat(mark.length()), item.blocks(), listing.tight());
    }
  }

  private void within(String first, String next, List<Block> blocks, boolean tight) {
    String before = indent;
    text.append(first);
    indent = before + next;
    blocks(blocks, tight);
    indent = before;
  }

  private void running(List<Inline> running) {
    for (Inline piece : running) {
      switch (piece) {
        case Inline.Text(String t) -> lines(t);
        case Inline.Code(String code) -> text.append(code);
        case Inline.Command command -> text.append(command.line());
        case Inline.Channel channel -> text.append(channel.anywhere());
        case Inline.Emphasis(List<Inline> inner) -> running(inner);
        case Inline.Strong(List<Inline> inner) -> running(inner);
        case Inline.Strike(List<Inline> inner) -> running(inner);
        case Inline.Link link -> link(link);
        case Inline.Image(String url, String description) ->
            text.append(description).append(description.isEmpty() ? url : " (" + url + ")");
        case Inline.Formula(String latex) -> text.append(latex);
        case Inline.Break b -> line();
        case Inline.SoftBreak b -> line();
        case Inline.FootnoteMark(String label) -> text.append('[').append(label).append(']');
        case Inline.Moment(var at, var style) -> text.append(MOMENT.format(at));
      }
    }
  }

  private void link(Inline.Link link) {
    int from = text.length();
    running(link.text());
    // A break at its beginning takes the blanks before it away.
    String shown = text.substring(Math.min(from, text.length()));
    if (shown.isEmpty()) {
      text.append(link.url());
    } else if (!link.url().isEmpty() && !bare(link.url()).equals(bare(shown))) {
      text.append(" (").append(link.url()).append(')');
    }
  }

  /** An address without what people leave out. */
  private static String bare(String url) {
    String bare = url;
    for (String scheme : SCHEMES) {
      bare = bare.startsWith(scheme) ? bare.substring(scheme.length()) : bare;
    }
    return bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
  }
}
