package io.switchboard.bench;

import java.util.List;
import java.util.Locale;

/** Printing what was measured. */
final class Figures {
  private Figures() {}

  /** Prints a line. */
  static void say(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }

  /** The middle one; of an even number the upper of the two. */
  static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
