package io.switchboard.queue.look;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in the queue a page begins.
 *
 * @param inTurn among those who are served as soon as it is their turn; else among the others
 * @param served after those who have been served so much
 * @param after behind that request, or that member
 */
public record Cursor(boolean inTurn, double served, long after) {
  /** The beginning. */
  public static final Cursor BEGINNING = new Cursor(true, -1, 0);

  private static final Pattern WRITTEN = Pattern.compile("([to])([0-9a-f]{1,16})\\.(\\d{1,18})");

  static Cursor inTurn(double served, long head) {
    return new Cursor(true, served, head);
  }

  static Cursor others(long member) {
    return new Cursor(false, 0, member);
  }

  /** As an address has it. */
  public String written() {
    return (inTurn ? "t" : "o") + Long.toHexString(Double.doubleToLongBits(served)) + "." + after;
  }

  /** Empty if it is none. */
  public static Optional<Cursor> parse(String written) {
    Matcher parts = WRITTEN.matcher(written);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      double served = Double.longBitsToDouble(Long.parseUnsignedLong(parts.group(2), 16));
      return Double.isNaN(served)
          ? Optional.empty()
          : Optional.of(
              new Cursor(parts.group(1).equals("t"), served, Long.parseLong(parts.group(3))));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
