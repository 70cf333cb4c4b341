package io.switchboard.markup.cut;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Pieces one after the other, cut between them, else within: blocks, items, rows or cells.
 *
 * @param <E> what each piece becomes
 * @param <T> what they become together
 */
abstract class Row<E, T> implements Stretch<T> {
  private final List<? extends Stretch<? extends E>> parts;

  /** Where each begins, and the whole's length at the end. */
  private final int[] starts;

  Row(List<? extends Stretch<? extends E>> parts) {
    this.parts = parts;
    this.starts = new int[parts.size() + 1];
    for (int i = 0; i < parts.size(); i++) {
      starts[i + 1] = starts[i] + parts.get(i).length();
    }
  }

  @Override
  public final int length() {
    return Math.max(1, starts[parts.size()]);
  }

  final int size() {
    return parts.size();
  }

  /** The part that holds a place. */
  final int indexAt(int at) {
    int found = Arrays.binarySearch(starts, 0, parts.size(), at);
    return found >= 0 ? found : Math.max(0, -found - 2);
  }

  /** The parts between two places, the first and last shortened if need be. */
  final List<E> parts(int from, int to) {
    List<E> slice = new ArrayList<>();
    for (int i = indexAt(from); i < parts.size() && starts[i] < to; i++) {
      Stretch<? extends E> part = parts.get(i);
      slice.addAll(part.pieces(Math.max(0, from - starts[i]), end(i, to)));
    }
    return slice;
  }

  /** Where a part begins. */
  final int start(int i) {
    return starts[i];
  }

  private int end(int i, int to) {
    return Math.min(parts.get(i).length(), to - starts[i]);
  }

  /** One part, as much of it as lies between two places of the row. */
  final E part(int i, int from, int to) {
    Stretch<? extends E> part = parts.get(i);
    return part.slice(Math.max(0, from - starts[i]), end(i, to));
  }

  final boolean touches(int i, int from, int to) {
    return starts[i] < to && from < starts[i + 1];
  }

  /** Where parts begin, of those that satisfy a condition on the part before. */
  final int[] borders(IntPredicate mayEndWith) {
    int[] borders = new int[Math.max(0, parts.size() - 1)];
    int count = 0;
    for (int i = 1; i < parts.size(); i++) {
      if (mayEndWith.test(i - 1)) {
        borders[count++] = starts[i];
      }
    }
    return Arrays.copyOf(borders, count);
  }

  @Override
  public List<int[]> borders() {
    return List.of(borders(before -> true));
  }

  @Override
  public final @Nullable Inner inner(int at) {
    if (parts.isEmpty()) {
      return null;
    }
    int i = indexAt(at);
    return new Inner(parts.get(i), starts[i]);
  }
}
