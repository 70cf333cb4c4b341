package io.switchboard.community.gallery;

import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a text, as they are looked up: in small letters, without accents. Scripts that put
 * no spaces between words give each sign, and each two that stand together.
 */
final class Terms {
  private static final Set<UnicodeScript> UNSPACED =
      Set.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.HANGUL,
          UnicodeScript.BOPOMOFO,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  private static final Pattern TAG = Pattern.compile("(?:^|\\s)[#＃]([\\p{L}\\p{M}\\p{N}_+.-]+)");
  private static final int LONGEST = 30;
  private static final int LONGEST_TAG = 60;
  private static final int MOST_WANTED = 12;
  private static final int SHORTEST_BEGINNING = 2;

  private Terms() {}

  /**
   * Something that is looked for: all words from one to before another, by their bytes.
   *
   * @param beginning whether longer words that begin so are meant, too
   */
  record Range(String word, boolean beginning) {
    /** Exactly this one. */
    static Range of(String word) {
      return new Range(word, false);
    }

    /** All that begin so. */
    static Range beginning(String word) {
      return new Range(word, true);
    }

    byte[] from() {
      return bytes(word);
    }

    byte[] to() {
      byte[] from = from();
      byte[] to = Arrays.copyOf(from, from.length + 1);
      // No byte of UTF-8 is so great.
      to[from.length] = beginning ? (byte) 0xFF : 0;
      return to;
    }
  }

  static byte[] bytes(String word) {
    return word.getBytes(StandardCharsets.UTF_8);
  }

  /** A tag as it stands among words. */
  static String tag(String tag) {
    String one = folded(tag.strip()).replaceAll("\\s+", "-");
    int most =
        one.offsetByCodePoints(0, Math.min(LONGEST_TAG, one.codePointCount(0, one.length())));
    return "#" + one.substring(0, most);
  }

  /**
   * What is kept of texts.
   *
   * @param most no more than so many
   */
  static Set<String> of(Collection<String> texts, int most) {
    Set<String> terms = new LinkedHashSet<>();
    for (String text : texts) {
      for (Piece piece : pieces(text)) {
        if (terms.size() >= most) {
          return terms;
        }
        if (piece.unspaced()) {
          terms.addAll(signs(piece.text()));
        } else {
          terms.add(cut(piece.text()));
        }
      }
    }
    return terms;
  }

  /** What must all be there for what was typed; empty if nothing was. */
  static List<Range> wanted(String typed) {
    List<Range> wanted = new ArrayList<>();
    Matcher tags = TAG.matcher(typed);
    while (tags.find()) {
      wanted.add(Range.of(tag(tags.group(1))));
    }
    for (Piece piece : pieces(TAG.matcher(typed).replaceAll(" "))) {
      if (piece.unspaced()) {
        List<String> pairs = pairs(piece.text());
        (pairs.isEmpty() ? List.of(piece.text()) : pairs).forEach(p -> wanted.add(Range.of(p)));
      } else {
        String word = cut(piece.text());
        wanted.add(word.length() < SHORTEST_BEGINNING ? Range.of(word) : Range.beginning(word));
      }
    }
    return wanted.subList(0, Math.min(MOST_WANTED, wanted.size()));
  }

  private record Piece(String text, boolean unspaced) {}

  /** Runs of letters of one kind. */
  private static List<Piece> pieces(String text) {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    boolean unspaced = false;
    for (int c : folded(text).codePoints().toArray()) {
      boolean part = Character.isLetterOrDigit(c) || isMark(c);
      boolean kind = isMark(c) ? unspaced : UNSPACED.contains(UnicodeScript.of(c));
      if (!run.isEmpty() && (!part || kind != unspaced)) {
        pieces.add(new Piece(run.toString(), unspaced));
        run.setLength(0);
      }
      if (part) {
        unspaced = kind;
        run.appendCodePoint(c);
      }
    }
    if (!run.isEmpty()) {
      pieces.add(new Piece(run.toString(), unspaced));
    }
    return pieces;
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static List<String> signs(String run) {
    List<String> all = new ArrayList<>(pairs(run));
    run.codePoints().mapToObj(Character::toString).forEach(all::add);
    return all;
  }

  private static List<String> pairs(String run) {
    int[] points = run.codePoints().toArray();
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i + 1 < points.length; i++) {
      pairs.add(new String(points, i, 2));
    }
    return pairs;
  }

  private static String cut(String word) {
    int points = word.codePointCount(0, word.length());
    return points <= LONGEST ? word : word.substring(0, word.offsetByCodePoints(0, LONGEST));
  }

  /** Wide and narrow, great and small, with accents and without: one and the same. */
  private static String folded(String text) {
    String same = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String apart = Normalizer.normalize(same, Normalizer.Form.NFD);
    // Only Latin, Greek and Cyrillic accents: other scripts' marks are letters of a kind.
    return Normalizer.normalize(apart.replaceAll("[\\u0300-\\u036F]", ""), Normalizer.Form.NFC);
  }
}
