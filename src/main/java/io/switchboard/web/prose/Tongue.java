package io.switchboard.web.prose;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The language of a text, as far as its letters tell: for fonts, for reading aloud and for screen
 * readers.
 */
public final class Tongue {
  /** Signs that are written in one way only, and often. */
  private static final String SIMPLIFIED = "这个们来时说国为对会过发么没还样问开关头机电话语两让实现点该从长给应";

  private static final String TRADITIONAL = "這個們來時說國為對會過發麼沒還樣問開關頭機電話語兩讓實現點該從長給應";
  private static final Set<String> ENGLISH =
      Set.of(
          "the", "and", "of", "to", "is", "in", "that", "for", "with", "it", "are", "what", "how",
          "a");

  private static final Map<UnicodeScript, String> BY_SCRIPT =
      Map.of(
          UnicodeScript.HANGUL, "ko",
          UnicodeScript.ARABIC, "ar",
          UnicodeScript.HEBREW, "he",
          UnicodeScript.THAI, "th",
          UnicodeScript.GREEK, "el",
          UnicodeScript.DEVANAGARI, "hi",
          UnicodeScript.HIRAGANA, "ja",
          UnicodeScript.KATAKANA, "ja");

  private static final int ENOUGH = 4_000;

  private Tongue() {}

  /** As HTML writes it; empty if it is not known, which HTML writes so too. */
  public static String of(String text) {
    String start = text.substring(0, Math.min(ENOUGH, text.length()));
    Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
    start
        .codePoints()
        .filter(Character::isLetter)
        .forEach(c -> counts.merge(UnicodeScript.of(c), 1, Integer::sum));
    int kana =
        counts.getOrDefault(UnicodeScript.HIRAGANA, 0)
            + counts.getOrDefault(UnicodeScript.KATAKANA, 0);
    int han = counts.getOrDefault(UnicodeScript.HAN, 0);
    if (kana > 0 && kana * 8 > han) {
      // A little kana in much Chinese is a quotation.
      counts.put(UnicodeScript.HIRAGANA, kana + han);
      counts.remove(UnicodeScript.HAN);
    } else if (han > 0) {
      // A sign says as much as a word does.
      counts.put(UnicodeScript.HAN, han * 3);
    }
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(most -> named(most.getKey(), start))
        .orElse("");
  }

  private static String named(UnicodeScript script, String text) {
    return switch (script) {
      case HAN -> signs(text, TRADITIONAL) > signs(text, SIMPLIFIED) ? "zh-Hant" : "zh-Hans";
      case LATIN -> english(text) ? "en" : "";
      default -> BY_SCRIPT.getOrDefault(script, "");
    };
  }

  private static long signs(String text, String of) {
    return text.codePoints().filter(c -> of.indexOf(c) >= 0).count();
  }

  private static boolean english(String text) {
    String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}']+", 200);
    int known = 0;
    for (String word : words) {
      known += ENGLISH.contains(word) ? 1 : 0;
    }
    return known * 12 >= words.length;
  }
}
