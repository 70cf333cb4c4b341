package io.switchboard.markup;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
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

  /** Whether there is a formula anywhere in it. */
  public boolean hasFormulas() {
    return MapFormulas.anyIn(blocks);
  }

  /**
   * This with formulas replaced by text.
   *
   * @param with is given each formula's LaTeX and whether it stands on lines of its own, in their
   *     order; where it gives nothing, the formula stays
   */
  public Document withFormulas(BiFunction<String, Boolean, Optional<List<Inline>>> with) {
    return MapFormulas.in(this, with);
  }
}
