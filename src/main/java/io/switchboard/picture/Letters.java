package io.switchboard.picture;

import java.awt.Font;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds a font that has every letter of some texts. */
final class Letters {
  private static final Logger log = LoggerFactory.getLogger(Letters.class);
  private static final Set<String> MISSED = ConcurrentHashMap.newKeySet();

  private Letters() {}

  /**
   * A font for all of these.
   *
   * @param locale decides between the shapes that Chinese, Japanese and Korean give one character
   * @return empty if none has them all, which is logged once a language
   */
  static Optional<Font> covering(List<String> texts, Locale locale) {
    try {
      for (String family : families(locale)) {
        Font font = new Font(family, Font.PLAIN, 32);
        // A family that is not installed becomes another one.
        if (font.getFamily(Locale.ROOT).equals(family)
            && texts.stream().allMatch(text -> font.canDisplayUpTo(text) < 0)) {
          return Optional.of(font);
        }
      }
      missed(locale, "none of the system's fonts has all letters");
    } catch (RuntimeException | LinkageError e) {
      missed(locale, "the system's fonts cannot be read: " + e.getMessage());
    }
    return Optional.empty();
  }

  private static void missed(Locale locale, String why) {
    if (MISSED.add(locale.toLanguageTag())) {
      log.warn(
          "No pictures in {}: {}. Install fonts such as Noto Sans CJK (fonts-noto-cjk).",
          locale.getDisplayName(Locale.ENGLISH),
          why);
    }
  }

  private static List<String> families(Locale locale) {
    boolean traditional =
        locale.getScript().equals("Hant") || Set.of("TW", "HK", "MO").contains(locale.getCountry());
    String region =
        switch (locale.getLanguage()) {
          case "zh" -> traditional ? "TC" : "SC";
          case "ko" -> "KR";
          case "ja" -> "JP";
          default -> "";
        };
    return region.isEmpty()
        ? List.of("Noto Sans", "DejaVu Sans", Font.SANS_SERIF, "Noto Sans CJK SC")
        : List.of("Noto Sans CJK " + region, "Noto Sans CJK SC", Font.SANS_SERIF);
  }
}
