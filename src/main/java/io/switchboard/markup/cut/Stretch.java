package io.switchboard.markup.cut;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of the tree as a row of characters.
 *
 * @param <T> what a shortened piece is
 */
interface Stretch<T> {
  /** How many characters; 1 or more, so that every piece has a place. */
  int length();

  /** What stands between two places, 0 ≤ from, from before to, to ≤ length. */
  T slice(int from, int to);

  /** The same, as what stands under each other instead of the whole; mostly that alone. */
  default List<T> pieces(int from, int to) {
    return List.of(slice(from, to));
  }

  /**
   * Where it may be cut when there are better choices no more: each set finer than the one before.
   * Places between 0 and the length, ascending.
   */
  List<int[]> borders();

  /** Whether the ends of this set of borders look odd, as that of a heading without its text. */
  default boolean odd(int set) {
    return false;
  }

  /** The piece within that begins at or reaches over a place, and may be cut itself. */
  default @Nullable Inner inner(int at) {
    return null;
  }

  /** Where it may be cut when nothing else helps: between grapheme clusters. */
  default int[] lastResort() {
    return new int[0];
  }

  /** A piece within another, and where it begins there. */
  record Inner(Stretch<?> stretch, int start) {}
}
