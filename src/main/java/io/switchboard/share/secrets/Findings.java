package io.switchboard.share.secrets;

import io.switchboard.share.secrets.Finding.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for keys of known shapes, mail addresses, phone and card numbers, and addresses of private
 * networks. A find is a question to the owner, not a verdict.
 */
public final class Findings {
  private static final int EXCERPT = 5;
  private static final String MASK = "█████";

  /** A shape, and which of its matches count. The first group, if any, is what is secret. */
  private record Shape(Kind kind, Pattern pattern, Predicate<String> counts) {
    Shape(Kind kind, String pattern) {
      this(kind, Pattern.compile(pattern), found -> true);
    }
  }

  private static final List<Shape> SHAPES =
      List.of(
          new Shape(
              Kind.KEY,
              "-----BEGIN [A-Z ]*PRIVATE KEY-----[\\s\\S]{0,20000}?(?:-----END [A-Z ]*PRIVATE"
                  + " KEY-----|\\z)"),
          new Shape(Kind.KEY, "\\bsk-[A-Za-z0-9_-]{16,}"),
          new Shape(Kind.KEY, "\\bgh[pousr]_[A-Za-z0-9]{20,}|\\bgithub_pat_[A-Za-z0-9_]{20,}"),
          new Shape(Kind.KEY, "\\bglpat-[A-Za-z0-9_-]{20,}"),
          new Shape(Kind.KEY, "\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b"),
          new Shape(Kind.KEY, "\\bAIza[A-Za-z0-9_-]{35}"),
          new Shape(Kind.KEY, "\\bxox[abeoprs]-[A-Za-z0-9-]{10,}"),
          new Shape(Kind.KEY, "\\b(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{16,}"),
          new Shape(Kind.KEY, "\\bhf_[A-Za-z0-9]{30,}|\\bnpm_[A-Za-z0-9]{30,}"),
          new Shape(Kind.KEY, "\\b\\d{8,10}:AA[A-Za-z0-9_-]{33}\\b"),
          new Shape(
              Kind.KEY, "\\b[MNO][A-Za-z0-9_-]{23,27}\\.[A-Za-z0-9_-]{6}\\.[A-Za-z0-9_-]{27,}"),
          new Shape(Kind.KEY, "\\beyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]*"),
          new Shape(Kind.KEY, "\\b[a-z][a-z0-9+.-]{1,20}://[^\\s/:@]{1,100}:([^\\s/@]{1,200})@"),
          new Shape(
              Kind.KEY,
              "(?i)\\b(?:api[_-]?key|secret|token|passw(?:or)?d|pwd)[\"']?\\s*[:=]\\s*[\"']?"
                  + "([^\\s\"',;`]{8,200})"),
          new Shape(
              Kind.MAIL,
              "(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\\.){1,8}"
                  + "[A-Za-z]{2,24}\\b"),
          new Shape(
              Kind.CARD,
              Pattern.compile("(?<![\\d.-])\\d(?:[ -]?\\d){12,18}(?![\\d.-])"),
              Findings::isCard),
          new Shape(
              Kind.PHONE,
              Pattern.compile("(?<![\\w+.-])\\+\\d{1,3}(?:[ ().-]{0,2}\\d){7,12}(?!\\d)"),
              found -> true),
          new Shape(
              Kind.NETWORK,
              "(?<![\\d.])(?:10\\.\\d{1,3}|192\\.168|172\\.(?:1[6-9]|2\\d|3[01]))\\.\\d{1,3}"
                  + "\\.\\d{1,3}(?![\\d.]\\d)"));

  private Findings() {}

  /** What is in the texts, each thing once. */
  public static List<Finding> in(List<String> texts) {
    Map<String, Finding> found = new LinkedHashMap<>();
    texts.forEach(text -> walk(text, (kind, s) -> found.put(s, new Finding(kind, excerpt(s)))));
    return List.copyOf(found.values());
  }

  /** The text with every find covered. */
  public static String mask(String text) {
    return walk(text, (kind, secret) -> {});
  }

  /** Covers each find before the next shape looks, so that no part of one is found again. */
  private static String walk(String text, BiConsumer<Kind, String> found) {
    String masked = text;
    for (Shape shape : SHAPES) {
      for (String secret : matches(shape, masked)) {
        found.accept(shape.kind(), secret);
        masked = masked.replace(secret, MASK);
      }
    }
    return masked;
  }

  private static List<String> matches(Shape shape, String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = shape.pattern().matcher(text);
    while (matcher.find()) {
      String group = matcher.groupCount() > 0 ? matcher.group(1) : null;
      String secret = group == null ? matcher.group() : group;
      if (!secret.equals(MASK) && shape.counts().test(secret)) {
        found.add(secret);
      }
    }
    return found;
  }

  private static String excerpt(String secret) {
    int shown = Math.min(EXCERPT, secret.length() / 3);
    return secret.substring(0, secret.offsetByCodePoints(0, secret.codePointCount(0, shown))) + "…";
  }

  /** The check digit that all card numbers have (ISO/IEC 7812, Luhn). */
  private static boolean isCard(String found) {
    String digits = found.replaceAll("\\D", "");
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit : digit * 2;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return digits.length() >= 13 && sum % 10 == 0 && digits.chars().distinct().count() > 1;
  }
}
