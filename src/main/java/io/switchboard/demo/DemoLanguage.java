package io.switchboard.demo;

/** In which of the languages at hand something was written. */
final class DemoLanguage {
  // The same frequent words in both scripts.
  private static final String SIMPLIFIED = "们这个来说为时会国学对开么还过吗请问题长写给应样东车马鱼见话语认让";
  private static final String TRADITIONAL = "們這個來說為時會國學對開麼還過嗎請問題長寫給應樣東車馬魚見話語認讓";

  private DemoLanguage() {}

  /** en, zh-Hans, zh-Hant or ko. */
  static String of(String text) {
    int hangul = 0;
    int han = 0;
    int kana = 0;
    int traditional = 0;
    for (int c : text.codePoints().toArray()) {
      switch (Character.UnicodeScript.of(c)) {
        case HANGUL -> hangul++;
        case HIRAGANA, KATAKANA -> kana++;
        case HAN -> han++;
        default -> {
          // Says nothing about the language.
        }
      }
      traditional += TRADITIONAL.indexOf(c) >= 0 ? 1 : 0;
      traditional -= SIMPLIFIED.indexOf(c) >= 0 ? 1 : 0;
    }
    if (hangul > 0) {
      return "ko";
    }
    if (han == 0 || kana > 0) {
      return "en";
    }
    return traditional > 0 ? "zh-Hant" : "zh-Hans";
  }
}
