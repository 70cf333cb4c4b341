package io.switchboard.discord.markdown;

import io.switchboard.markup.Block;
import io.switchboard.markup.Inline;
import java.util.List;
import java.util.stream.Collectors;

/** Blocks, and what stands between them. */
final class Blocks {
  private static final String BAR = "┃ ";
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
        in == Surrounding.LIST
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
      case Block.Paragraph(List<Inline> text) -> Inlines.render(text).strip();
      case Block.Heading(int level, List<Inline> text) -> heading(level, text, in);
      case Block.Code(String language, String code) -> CodeText.block(language, code);
      case Block.Formula(String latex) -> CodeText.block("latex", latex.strip());
      case Block.Quote(List<Block> inner) -> quote(inner, in);
      case Block.Listing list -> Lists.render(list);
      case Block.Table table -> Tables.render(table, in);
      case Block.Rule() -> RULE;
      case Block.Fold fold -> small(fold);
      case Block.Footnote(String label, List<Block> inner) ->
          small("[" + label + "] ", render(inner, Surrounding.LIST));
    };
  }

  private static String heading(int level, List<Inline> text, Surrounding in) {
    String line = Inlines.line(text);
    if (line.isEmpty()) {
      return "";
    }
    return level <= 3 && in != Surrounding.LIST ? "#".repeat(level) + " " + line : strong(text);
  }

  private static String strong(List<Inline> text) {
    return Inlines.line(List.of(new Inline.Strong(text)));
  }

  /** Discord quotes one level deep and only at a line's start; deeper ones get a bar. */
  private static String quote(List<Block> inner, Surrounding in) {
    String mark = in == Surrounding.NOTHING ? "> " : BAR;
    Surrounding within = in == Surrounding.NOTHING ? Surrounding.QUOTE : in;
    return render(inner, within).lines().map(mark::concat).collect(Collectors.joining("\n"));
  }

  private static String small(Block.Fold fold) {
    String inner = render(fold.blocks(), Surrounding.LIST);
    String summary = Inlines.line(fold.summary());
    String head = summary.isEmpty() ? "" : "**" + summary + "**";
    return small("", head.isEmpty() ? inner : head + "\n" + inner);
  }

  /** Small print, line by line; a fence has no place in it and goes. */
  private static String small(String first, String text) {
    String lines =
        text.lines()
            .filter(line -> !line.isBlank() && !line.strip().matches("```[a-z0-9_+.#-]*"))
            .map(line -> "-# " + line.strip())
            .collect(Collectors.joining("\n"));
    return first.isEmpty() ? lines : lines.replaceFirst("^-# ", "-# " + quoted(first));
  }

  private static String quoted(String text) {
    return java.util.regex.Matcher.quoteReplacement(Escape.text(text, "x"));
  }
}
