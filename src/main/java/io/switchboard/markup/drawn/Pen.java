package io.switchboard.markup.drawn;

/**
 * How something is written.
 *
 * @param size of letters, in pixels an em
 * @param display with room above and below, as on a line of its own
 * @param script how deep in scripts: 0 for not
 * @param bold words in bold
 */
record Pen(double size, boolean display, int script, boolean bold) {
  private static final double SMALLER = 0.72;
  private static final int SMALLEST = 2;

  /** Where fractions' bars and the middle of signs are, above the baseline. */
  double axis() {
    return 0.25 * size;
  }

  /** Of bars. */
  double thick() {
    return Math.max(1.2, 0.048 * size);
  }

  Pen smaller() {
    return script >= SMALLEST
        ? new Pen(size, false, script, bold)
        : new Pen(size * SMALLER, false, script + 1, bold);
  }

  Pen inLine() {
    return new Pen(size, false, script, bold);
  }

  Pen displayed(boolean so) {
    return new Pen(size, so, script, bold);
  }

  Pen boldly() {
    return new Pen(size, display, script, true);
  }
}
