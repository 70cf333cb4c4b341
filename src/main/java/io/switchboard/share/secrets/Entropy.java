package io.switchboard.share.secrets;

import java.util.regex.Pattern;

/**
 * Tells strings that were made by chance from words, names and numbers. By how evenly their
 * characters are spread, and by how often capitals, small letters and digits take turns: people
 * change between them rarely, chance all the time.
 */
final class Entropy {
  private static final Pattern HEX = Pattern.compile("(?:[0-9a-f]{32,}|[0-9A-F]{32,})");
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final double OF_HEX = 3.0;
  private static final double OF_OTHERS = 3.6;
  private static final double TURNS = 0.33;
  private static final int OTHER = 3;

  private Entropy() {}

  /** Whether it looks as if made by chance. At least 20 characters. */
  static boolean looksRandom(String text) {
    if (UUID.matcher(text).matches() || text.startsWith("/")) {
      return false;
    }
    if (HEX.matcher(text).matches()) {
      return bits(text) >= OF_HEX;
    }
    boolean digits = text.chars().anyMatch(Character::isDigit);
    boolean letters = text.chars().anyMatch(Character::isLetter);
    return digits && letters && bits(text) >= OF_OTHERS && turns(text) >= TURNS;
  }

  /** Shannon's measure, in bits a character. */
  static double bits(String text) {
    int[] counts = new int[128];
    text.chars().forEach(c -> counts[c & 127]++);
    double bits = 0;
    for (int count : counts) {
      if (count > 0) {
        double share = (double) count / text.length();
        bits -= share * Math.log(share) / Math.log(2);
      }
    }
    return bits;
  }

  /** At which part of its places a letter or digit follows one of another sort at once. */
  private static double turns(String text) {
    int turns = 0;
    for (int i = 1; i < text.length(); i++) {
      int before = sort(text.charAt(i - 1));
      int sort = sort(text.charAt(i));
      // Words of addresses and paths are parted by signs.
      if (sort != before && sort != OTHER && before != OTHER) {
        turns++;
      }
    }
    return (double) turns / (text.length() - 1);
  }

  private static int sort(char c) {
    return Character.isDigit(c)
        ? 0
        : Character.isUpperCase(c) ? 1 : Character.isLowerCase(c) ? 2 : OTHER;
  }
}
