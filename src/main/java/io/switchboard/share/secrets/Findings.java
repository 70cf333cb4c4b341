package io.switchboard.share.secrets;

import io.switchboard.share.secrets.Finding.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Looks for keys of known shapes, what seems to be made by chance, mail addresses, phone and card
 * numbers, addresses of private networks, and names of members. A find is a question to the owner,
 * not a verdict.
 */
public final class Findings {
  private static final int EXCERPT = 5;
  private static final String MASK = "█████";

  private final List<Shape> shapes;

  /**
   * With these names of members; handles with an at sign before them.
   *
   * @param names only those that can be in the texts need to be given
   */
  public Findings(Collection<String> names) {
    this.shapes =
        Stream.of(Keys.SHAPES, Personal.SHAPES, Names.shapes(names)).flatMap(List::stream).toList();
  }

  /** What is in the texts, each thing once. */
  public List<Finding> in(Stream<String> texts) {
    return secrets(texts).entrySet().stream()
        .map(
            found ->
                new Finding(
                    found.getValue(),
                    excerpt(found.getValue(), found.getKey()),
                    fingerprint(found.getKey())))
        .toList();
  }

  /** Each find is covered before the next shape looks, so that no part of one is found again. */
  private Map<String, Kind> secrets(Stream<String> texts) {
    Map<String, Kind> found = new LinkedHashMap<>();
    texts.forEach(
        text -> {
          String rest = text;
          for (Shape shape : shapes) {
            for (String secret : shape.in(rest)) {
              if (!secret.contains(MASK)) {
                found.putIfAbsent(secret, shape.kind());
                rest = cover(rest, secret, shape.kind());
              }
            }
          }
        });
    return found;
  }

  /**
   * Covers what is found in any of some texts, wherever it stands.
   *
   * @param texts in which it is looked for
   * @param covered which finds, by their fingerprints
   */
  public Masking masking(Stream<String> texts, Predicate<String> covered) {
    return new Masking(
        secrets(texts).entrySet().stream()
            .filter(found -> covered.test(fingerprint(found.getKey())))
            .sorted(Comparator.comparingInt(found -> -found.getKey().length()))
            .toList());
  }

  /** Covers some finds. */
  public static final class Masking {
    private final List<Map.Entry<String, Kind>> secrets;

    private Masking(List<Map.Entry<String, Kind>> secrets) {
      this.secrets = secrets;
    }

    /** The text with them covered. */
    public String mask(String text) {
      String masked = text;
      for (Map.Entry<String, Kind> secret : secrets) {
        masked = cover(masked, secret.getKey(), secret.getValue());
      }
      return masked;
    }
  }

  private static String cover(String text, String secret, Kind kind) {
    boolean word =
        kind == Kind.NAME
            && !secret.startsWith("@")
            && secret.codePoints().noneMatch(Names::spaceless);
    return word
        ? text.replaceAll(
            "(?<![\\p{L}\\p{N}])" + Pattern.quote(secret) + "(?![\\p{L}\\p{N}])", MASK)
        : text.replace(secret, MASK);
  }

  private static String excerpt(Kind kind, String secret) {
    int shown = kind == Kind.NAME ? secret.length() : Math.min(EXCERPT, secret.length() / 3);
    int end = secret.offsetByCodePoints(0, secret.codePointCount(0, shown));
    return end == secret.length() ? secret : secret.substring(0, end) + "…";
  }

  private static String fingerprint(String secret) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
