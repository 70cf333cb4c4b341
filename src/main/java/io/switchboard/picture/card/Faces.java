package io.switchboard.picture.card;

import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The system's fonts, the liked best first. */
final class Faces {
  private static final Map<String, Faces> KNOWN = new ConcurrentHashMap<>();
  private static final int SIZE = 32;

  private final List<Font> plain = new ArrayList<>();

  private Faces(String region) {
    for (String name :
        List.of(
            "Noto Sans",
            "Noto Sans CJK " + region,
            "Noto Sans CJK SC",
            "Noto Sans CJK JP",
            "Source Han Sans " + region,
            "Liberation Sans",
            "DejaVu Sans",
            "Noto Naskh Arabic",
            "Noto Sans Arabic",
            "Noto Sans Hebrew",
            "Noto Sans Thai",
            "Noto Sans Devanagari",
            "Noto Sans Bengali",
            "Noto Sans Tamil",
            "Noto Sans Symbols",
            "Noto Sans Symbols2",
            "FreeSans",
            // What Java puts together from what there is; the only ones on other systems.
            Font.SANS_SERIF)) {
      Font font = new Font(name, Font.PLAIN, SIZE);
      // A family that is not installed becomes another one.
      if (font.getFamily(Locale.ROOT).equals(name)) {
        plain.add(font);
      }
    }
  }

  /**
   * Those for a text.
   *
   * @param language as HTML writes it; decides between the shapes that Chinese, Japanese and Korean
   *     give one character
   */
  static Faces of(String language) {
    String region =
        switch (language) {
          case "zh-Hant" -> "TC";
          case "ko" -> "KR";
          case "ja" -> "JP";
          default -> "SC";
        };
    return KNOWN.computeIfAbsent(region, Faces::new);
  }

  /** The first that has all of these characters; for private ones, a font of icons has pictures. */
  Optional<Font> with(String cluster) {
    if (cluster.codePoints().anyMatch(c -> Character.getType(c) == Character.PRIVATE_USE)) {
      return Optional.empty();
    }
    return plain.stream().filter(font -> font.canDisplayUpTo(cluster) < 0).findFirst();
  }
}
