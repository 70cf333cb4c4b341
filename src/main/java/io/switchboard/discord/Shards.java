package io.switchboard.discord;

/**
 * Over how many connections Discord tells what happens.
 *
 * @param count 0 for as many as Discord recommends, which is one below some 2,500 servers
 */
public record Shards(int count) {
  /** As many as Discord recommends. */
  public static final Shards AUTO = new Shards(0);

  private static final int MOST = 1_000;

  public Shards {
    if (count < 0 || count > MOST) {
      throw new IllegalArgumentException("auto, or 1 to " + MOST);
    }
  }

  /**
   * Reads {@code auto} or a number.
   *
   * @throws IllegalArgumentException if it is neither
   */
  public static Shards parse(String text) {
    if (text.equalsIgnoreCase("auto")) {
      return AUTO;
    }
    try {
      int count = Integer.parseInt(text);
      if (count > 0) {
        return new Shards(count);
      }
    } catch (NumberFormatException e) {
      // As below.
    }
    throw new IllegalArgumentException("auto, or 1 to " + MOST);
  }

  boolean isAuto() {
    return count == 0;
  }
}
