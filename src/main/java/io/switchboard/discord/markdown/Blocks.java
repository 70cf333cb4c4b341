package io.switchboard.discord.markdown;

import io.switchboard.markup.Block;
import io.switchboard.markup.Inline;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Blocks, and what stands between them. */
final class Blocks {
  private static final String BAR = "┃ ";

  /** Behind a bar there are no lists. */
  private static final Pattern BULLET = Pattern.compile("^( *)- ");

  private static final Collector<CharSequence, ?, String> LINES = Collectors.joining("\n");
  private static final String RULE = "⎯⎯⎯⎯⎯⎯⎯⎯";

  private Blocks() {}

  static String render(List<Block> blocks, Surrounding in) {
    StringBuilder out = new StringBuilder();
    Block last = null;
    for (Block block : blocks) {
      String text = render(block, in);
      if (text.isBlank()) {
        continue;
      }
      if (last != null) {
        out.append(gap(last, block, in));
      }
      out.append(text);
      last = block;
    }
    return out.toString();
  }

  private static String gap(Block last, Block next, Surrounding in) {
    boolean close =
        in.narrow()
            || last instanceof Block.Heading
            || last instanceof Block.Code
            || last instanceof Block.Formula
            || next instanceof Block.Code
            || next instanceof Block.Formula
            || (last instanceof Block.Footnote && next instanceof Block.Footnote)
            || (last instanceof Block.Paragraph && next instanceof Block.Listing);
    return close ? "\n" : "\n\n";
  }

  private static String render(Block block, Surrounding in) {
    return switch (block) {
      case Block.Paragraph(List<Inline> text) -> paragraph(text, in);
      case Block.Heading(int level, List<Inline> text) -> heading(level, text, in);
      case Block.Code(String language, String code) -> code(language, code, in);
      case Block.Formula(String latex) -> code("latex", latex.strip(), in);
      case Block.Quote(List<Block> inner) -> quote(inner, in);
      case Block.Listing list -> Lists.render(list, in);
      case Block.Table table -> Tables.render(table, in);
      case Block.Rule() -> RULE;
      case Block.Fold fold -> fold(fold, in);
      case Block.Footnote(String label, List<Block> inner) ->
          small("[" + label + "] ", render(inner, Surrounding.SMALL));
    };
  }

  private static String heading(int level, List<Inline> text, Surrounding in) {
    String line = Inlines.line(text);
    if (line.isEmpty()) {
      return "";
    }
    if (level > 3 || in.narrow()) {
      return strong(text);
    }
    // Discord takes signs at the end away.
    return "#".repeat(level) + " " + line + (line.endsWith("#") ? "\u200b" : "");
  }

  private static String strong(List<Inline> text) {
    return Inlines.line(List.of(new Inline.Strong(text)));
  }

  /** Discord quotes one level deep and only at a line's start; deeper ones get a bar. */
  private static String quote(List<Block> inner, Surrounding in) {
    if (in == Surrounding.NOTHING) {
      return render(inner, Surrounding.QUOTE).lines().map(line -> "> " + line).collect(LINES);
    }
    return render(inner, in == Surrounding.SMALL ? in : Surrounding.BAR)
        .lines()
        .map(line -> BAR + BULLET.matcher(line).replaceFirst("$1• "))
        .collect(LINES);
  }

  private static String fold(Block.Fold fold, Surrounding in) {
    String inner = render(fold.blocks(), Surrounding.SMALL);
    String head = strong(fold.summary());
    String all = head.isEmpty() ? inner : head + "\n" + inner;
    return in == Surrounding.SMALL ? all : small("", all);
  }

  private static String paragraph(List<Inline> text, Surrounding in) {
    boolean whole = in.single() && text.stream().anyMatch(Blocks::goesOverLines);
    return whole ? Inlines.line(text) : Inlines.render(text).strip();
  }

  private static boolean goesOverLines(Inline inline) {
    return switch (inline) {
      case Inline.Emphasis(List<Inline> text) -> text.stream().anyMatch(Blocks::breaks);
      case Inline.Strong(List<Inline> text) -> text.stream().anyMatch(Blocks::breaks);
      case Inline.Strike(List<Inline> text) -> text.stream().anyMatch(Blocks::breaks);
      default -> false;
    };
  }

  private static boolean breaks(Inline inline) {
    return inline instanceof Inline.Break
        || inline instanceof Inline.SoftBreak
        || goesOverLines(inline);
  }

  private static String code(String language, String code, Surrounding in) {
    return in.single()
        ? code.lines().filter(l -> !l.isBlank()).map(CodeText::inline).collect(LINES)
        : CodeText.block(language, code);
  }

  /** Small print, line by line. */
  private static String small(String first, String text) {
    String lines =
        text.lines()
            .filter(line -> !line.isBlank())
            .map(line -> "-# " + BULLET.matcher(line.strip()).replaceFirst("• "))
            .collect(LINES);
    if (lines.isEmpty() && !first.isEmpty()) {
      return "-# " + Escape.text(first.strip(), "x");
    }
    return first.isEmpty() ? lines : lines.replaceFirst("^-# ", "-# " + quoted(first));
  }

  private static String quoted(String text) {
    return Matcher.quoteReplacement(Escape.text(text, "x"));
  }
}
