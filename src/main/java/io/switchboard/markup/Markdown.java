package io.switchboard.markup;

import io.switchboard.markup.parse.Reasoning;
import io.switchboard.markup.parse.Tree;

/** Reads Markdown. */
public final class Markdown {
  private Markdown() {}

  /**
   * Parses GitHub-flavoured Markdown with formulas ({@code $…$}, {@code $$…$$}, {@code \(…\)},
   * {@code \[…\]}, {@code math} fences), footnotes (which come last) and {@code <think>} parts
   * (folds that say they are reasoning). {@code <br>} is a break, {@code <details>} a fold, all
   * other HTML text. Never fails: what means nothing is text, and any beginning of a text, which is
   * what streaming brings, can be read. Nesting is bounded.
   *
   * @see <a href="https://spec.commonmark.org/0.31.2/">CommonMark</a>
   * @see <a href="https://github.github.com/gfm/">GitHub Flavored Markdown</a>
   */
  public static Document parse(String markdown) {
    return new Document(Tree.read(markdown));
  }

  /** The Markdown of what {@link Document#withoutReasoning} leaves, as its author wrote it. */
  public static String withoutReasoning(String markdown) {
    return Reasoning.said(markdown);
  }
}
