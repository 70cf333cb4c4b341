package io.switchboard.markup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A block of a {@link Document}. */
public sealed interface Block {
  /** Running text. */
  record Paragraph(List<Inline> text) implements Block {}

  /**
   * A heading.
   *
   * @param level 1 to 6
   */
  record Heading(int level, List<Inline> text) implements Block {}

  /**
   * Code, shown as it is.
   *
   * @param language as written after the fence; empty if none
   * @param code without the last line's end
   */
  record Code(String language, String code) implements Block {}

  /** A formula on its own lines, as raw LaTeX. */
  record Formula(String latex) implements Block {}

  /** A quotation. */
  record Quote(List<Block> blocks) implements Block {}

  /**
   * A list.
   *
   * @param start the first number, or null for bullets
   * @param tight whether items stand without space between them
   */
  record Listing(@Nullable Integer start, boolean tight, List<Item> items) implements Block {}

  /**
   * An item of a list.
   *
   * @param checked for a task: whether it is done; null if it is no task
   */
  record Item(@Nullable Boolean checked, List<Block> blocks) {}

  /** A table. Every row has as many cells as the head. */
  record Table(List<Align> columns, List<List<Inline>> head, List<List<List<Inline>>> rows)
      implements Block {}

  /** How a table's column stands. */
  enum Align {
    NONE,
    LEFT,
    CENTER,
    RIGHT
  }

  /** A line across. */
  record Rule() implements Block {}

  /**
   * A part that is folded away under its summary.
   *
   * @param summary what stands on the fold; empty for reasoning that nobody has named yet (see
   *     {@link Document#withReasoningNamed})
   * @param reasoning whether this is what a model thought before it answered: shown folded, left
   *     out of context and shares (see {@link Document#withoutReasoning}); stands only directly in
   *     the document, not within other blocks
   */
  record Fold(List<Inline> summary, List<Block> blocks, boolean reasoning) implements Block {
    /** A fold that is no reasoning. */
    public Fold(List<Inline> summary, List<Block> blocks) {
      this(summary, blocks, false);
    }
  }

  /** The text of a footnote. */
  record Footnote(String label, List<Block> blocks) implements Block {}
}
