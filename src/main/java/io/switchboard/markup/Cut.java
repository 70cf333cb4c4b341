package io.switchboard.markup;

import io.switchboard.markup.cut.Fill;
import java.util.List;
import java.util.function.ToIntFunction;

/** Cuts a document into parts that each fit a bound. */
public final class Cut {
  private Cut() {}

  /**
   * Cuts into as few parts as possible: between blocks, else between items or rows (a table's head
   * repeated), else at code's line ends, sentences, words, never within a grapheme cluster. Code
   * goes on as code of the same language, lists go on counting, and what goes on of an item has no
   * sign of its own, quotations, folds, bold text and links go on as such. A part is filled up with
   * words of the next block only where ending at a better border would leave more than a quarter of
   * it empty, or cost another part.
   *
   * <p>Putting the parts' texts together gives back the text, but for blanks at the cuts.
   *
   * @param size how large a document becomes when rendered; grows with the document. Called some
   *     times for each part
   * @param bound the largest size of a part; 1 or more. Only a single grapheme cluster (or sign,
   *     such as a footnote's mark) that is larger with all that is around it makes a larger part
   * @return at least one part; the document itself if it fits
   */
  public static List<Document> into(Document whole, ToIntFunction<Document> size, int bound) {
    return Fill.parts(whole, size, bound);
  }
}
