package io.switchboard.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Korean particles that depend on the sound before them. A message writes both, {@code 을(를)}, and
 * the right one is chosen where it is known how what stands before is read: Hangul and digits. For
 * all else both stay, as people write it themselves.
 */
public final class Particles {
  private static final String BOTH =
      "([”’」』\"'`)\\]]*)(을\\(를\\)|은\\(는\\)|이\\(가\\)|과\\(와\\)|\\(으\\)로)";
  private static final Pattern AFTER_SOUND = Pattern.compile("([가-힣0-9])" + BOTH);
  private static final Pattern AT_BEGINNING = Pattern.compile("^" + BOTH);

  /** Whether a digit's name ends in a consonant (C), in ㄹ (L) or in a vowel (V). */
  private static final String DIGITS = "CLVCVVCLLV";

  private static final int SYLLABLES_AN_INITIAL = 28;
  private static final int RIEUL = 8;

  private Particles() {}

  /** The text with those chosen that can be. */
  static String chosen(String text) {
    return AFTER_SOUND
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(1)
                        + found.group(2)
                        + right(found.group(1).charAt(0), found.group(3))));
  }

  /**
   * What follows upon something that was filled in, with the particle at its beginning chosen.
   *
   * @param before what stands before it
   */
  public static String after(String before, String text) {
    if (before.isEmpty()
        || !AFTER_SOUND.matcher(before.substring(before.length() - 1) + "을(를)").find()) {
      return text;
    }
    char last = before.charAt(before.length() - 1);
    Matcher begin = AT_BEGINNING.matcher(text);
    return begin.find()
        ? begin.group(1) + right(last, begin.group(2)) + text.substring(begin.end())
        : text;
  }

  private static String right(char last, String both) {
    boolean consonant = sound(last) != 'V';
    return switch (both) {
      case "을(를)" -> consonant ? "을" : "를";
      case "은(는)" -> consonant ? "은" : "는";
      case "이(가)" -> consonant ? "이" : "가";
      case "과(와)" -> consonant ? "과" : "와";
      default -> sound(last) == 'C' ? "으로" : "로";
    };
  }

  private static char sound(char last) {
    if (last <= '9') {
      return DIGITS.charAt(last - '0');
    }
    int end = (last - '가') % SYLLABLES_AN_INITIAL;
    return end == 0 ? 'V' : end == RIEUL ? 'L' : 'C';
  }
}
