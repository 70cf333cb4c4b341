package io.switchboard.command.visit;

/** Quotes what somebody wrote, as far as is needed to see which is meant. */
public final class Cut {
  private static final int LONGEST = 60;

  private Cut() {}

  /** The first of it, in one line. */
  public static String of(String written) {
    String line = written.strip().replaceAll("\\s+", " ");
    return line.codePointCount(0, line.length()) <= LONGEST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST)).stripTrailing() + "…";
  }
}
