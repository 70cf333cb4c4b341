package io.switchboard.share.secrets;

import io.switchboard.share.secrets.Finding.Kind;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Names and handles of members. A name stands by itself, as it is written; a handle also behind an
 * at sign and in any case. In scripts without spaces a name may stand anywhere.
 */
final class Names {
  private static final int SHORTEST = 3;
  private static final int SHORTEST_HAN = 2;

  private Names() {}

  /**
   * A shape for each.
   *
   * @param names as they are shown; handles with an at sign before them
   */
  static List<Shape> shapes(Collection<String> names) {
    return names.stream().distinct().flatMap(name -> Stream.ofNullable(shape(name))).toList();
  }

  private static @Nullable Shape shape(String name) {
    boolean handle = name.startsWith("@");
    String bare = handle ? name.substring(1) : name.strip();
    boolean spaceless = bare.codePoints().anyMatch(Names::spaceless);
    if (bare.codePointCount(0, bare.length()) < (spaceless ? SHORTEST_HAN : SHORTEST)) {
      return null;
    }
    String quoted = Pattern.quote(bare);
    if (handle) {
      // Without the at sign only what cannot be an ordinary word.
      boolean odd = bare.chars().anyMatch(c -> !Character.isLetter(c));
      String alone = odd ? "|(?<![\\w@])" + quoted + "(?!\\w)" : "";
      return new Shape(
          Kind.NAME, Pattern.compile("(?i)(?<!\\w)@" + quoted + "(?!\\w)" + alone), found -> true);
    }
    return new Shape(
        Kind.NAME,
        Pattern.compile(spaceless ? quoted : "(?<![\\p{L}\\p{N}])" + quoted + "(?![\\p{L}\\p{N}])"),
        Objects::nonNull);
  }

  /** Whether it is of a script that puts no spaces between words. */
  static boolean spaceless(int c) {
    Character.UnicodeScript script = Character.UnicodeScript.of(c);
    return script == Character.UnicodeScript.HAN
        || script == Character.UnicodeScript.HIRAGANA
        || script == Character.UnicodeScript.KATAKANA
        || script == Character.UnicodeScript.HANGUL
        || script == Character.UnicodeScript.THAI;
  }
}
