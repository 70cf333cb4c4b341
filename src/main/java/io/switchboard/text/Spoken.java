package io.switchboard.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Which languages are spoken here, for who need not load what is said in them. */
public final class Spoken {
  static final Locale HANS = Locale.forLanguageTag("zh-Hans");
  static final Locale HANT = Locale.forLanguageTag("zh-Hant");
  static final List<Locale> LANGUAGES =
      List.of(Locale.ENGLISH, HANS, HANT, Locale.forLanguageTag("ko"));

  private static final Set<String> SPOKEN = Set.of("en", "ko", "zh", "yue");

  private Spoken() {}

  /** Whether it is one of them, or is understood by who reads one of them. */
  static boolean is(Locale locale) {
    return SPOKEN.contains(locale.getLanguage());
  }

  /**
   * Lets it pass if it is one of them.
   *
   * @param key of the configuration, with which the words begin otherwise
   * @throws IllegalArgumentException saying which they are
   */
  public static void require(String key, String tag) {
    if (!is(Locale.forLanguageTag(tag.strip()))) {
      throw new IllegalArgumentException(
          "%s: expected one of %s, not \"%s\""
              .formatted(
                  key,
                  LANGUAGES.stream().map(Locale::toLanguageTag).collect(Collectors.joining(", ")),
                  tag));
    }
  }
}
