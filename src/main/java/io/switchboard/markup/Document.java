package io.switchboard.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A text as a tree. Made by {@link Markdown#parse}, rendered by whoever shows it. */
public record Document(List<Block> blocks) {
  public Document {
    blocks = List.copyOf(blocks);
  }

  /** A single paragraph of plain text, in which nothing acts. */
  public static Document plain(String text) {
    return new Document(List.of(new Block.Paragraph(List.of(new Inline.Text(text)))));
  }

  /** This and then that. */
  public Document and(Document more) {
    return new Document(Stream.concat(blocks.stream(), more.blocks.stream()).toList());
  }

  /** This without what a model thought before it answered: what goes into context and shares. */
  public Document withoutReasoning() {
    return new Document(
        blocks.stream().filter(b -> !(b instanceof Block.Fold fold && fold.reasoning())).toList());
  }

  /**
   * This with a name on the model's reasoning, since the parser knows no language.
   *
   * @param name plain text in the reader's language
   */
  public Document withReasoningNamed(String name) {
    List<Inline> summary = List.of(new Inline.Text(name));
    return new Document(
        blocks.stream()
            .map(
                b ->
                    b instanceof Block.Fold fold && fold.reasoning()
                        ? new Block.Fold(summary, fold.blocks(), true)
                        : b)
            .toList());
  }

  /**
   * This as what stands under a heading: its uppermost headings are one below that, and none is
   * more than one below the one before, for readers who go by them.
   *
   * @param level of the heading that it stands under, 1 to 5
   */
  public Document withHeadingsBelow(int level) {
    int upper =
        blocks.stream()
            .mapToInt(b -> b instanceof Block.Heading heading ? heading.level() : 6)
            .min()
            .orElse(6);
    List<Block> lower = new ArrayList<>();
    int before = level;
    for (Block block : blocks) {
      if (block instanceof Block.Heading(int own, List<Inline> text)) {
        before = Math.min(Math.min(6, level + 1 + own - upper), before + 1);
        lower.add(new Block.Heading(before, text));
      } else {
        lower.add(block);
      }
    }
    return new Document(lower);
  }

  /** Whether there is a formula anywhere in it. */
  public boolean hasFormulas() {
    return MapPieces.anyIn(blocks);
  }

  /**
   * This with formulas replaced by text.
   *
   * @param with is given each formula's LaTeX and whether it stands on lines of its own, in their
   *     order; where it gives nothing, the formula stays
   */
  public Document withFormulas(BiFunction<String, Boolean, Optional<List<Inline>>> with) {
    return MapPieces.in(this, with);
  }

  /** The same, with these in the place of our commands. */
  public Document withCommands(UnaryOperator<Inline.Command> with) {
    return MapPieces.commands(this, with);
  }
}
