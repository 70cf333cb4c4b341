package io.switchboard.logs;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes secrets out of what is logged: those that are known, and what looks like one. */
public final class Redaction {
  private static final String INSTEAD = "(secret)";

  /** Shorter ones would be found in ordinary words. */
  private static final int SHORTEST = 6;

  /** Of each, what stands before the secret is kept. */
  private static final List<Pattern> LOOKS =
      List.of(
          Pattern.compile("(?i)\\b((?:Bearer|Basic|Bot)\\s+)[A-Za-z0-9._~+/=-]{12,}"),
          Pattern.compile("()\\bsk-[A-Za-z0-9_-]{12,}"),
          // Telegram's, also within addresses; then Discord's.
          Pattern.compile("()(?<!\\d)\\d{6,12}:[A-Za-z0-9_-]{30,}"),
          Pattern.compile("()\\b[\\w-]{23,30}\\.[\\w-]{6,7}\\.[\\w-]{27,}"),
          Pattern.compile("(/(?:interactions|webhooks)/\\d+/)[\\w-]{20,}"),
          // Our own links.
          Pattern.compile("(/(?:s|login)/)[\\w-]{16,}"),
          Pattern.compile(
              "(?i)((?:password|passwd|pwd|secret|token|api[_-]?key|authorization)\"?\\s*[=:]\\s*\"?)"
                  + "(?!\\(secret\\))[^\\s\"&,;)}]{6,}"));

  /** How databases quote what they were given. */
  private static final List<Pattern> QUOTED =
      List.of(
          Pattern.compile("(Value too long for column [^:\\n]{1,300}:).*"),
          Pattern.compile("(Data conversion error converting) .*"),
          Pattern.compile("(\\bDetail:) .*"),
          Pattern.compile("(invalid input syntax for [^:\\n]{1,100}:).*"),
          Pattern.compile("(arguments:\\{).*"));

  private static volatile List<String> known = List.of();

  private Redaction() {}

  /** Remembers secrets of the configuration, for as long as the process lives. */
  public static synchronized void know(Collection<String> secrets) {
    Set<String> all = new TreeSet<>(known);
    secrets.stream().filter(secret -> secret.length() >= SHORTEST).forEach(all::add);
    // A secret within another must not keep a part of it readable.
    known = all.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
  }

  /** The same without secrets. */
  public static String of(String text) {
    String safe = text;
    for (String secret : known) {
      safe = safe.replace(secret, INSTEAD);
    }
    for (Pattern look : LOOKS) {
      safe = look.matcher(safe).replaceAll("$1" + Matcher.quoteReplacement(INSTEAD));
    }
    for (Pattern quoted : QUOTED) {
      safe = quoted.matcher(safe).replaceAll("$1 …");
    }
    return safe;
  }

  /** The same of what may have many lines, of which only so many are kept. */
  static String lines(String text, int most) {
    List<String> lines = Arrays.asList(text.split("\\R", -1));
    String kept = lines.stream().limit(most).collect(Collectors.joining("\n"));
    return of(lines.size() > most ? kept + "\n…" : kept);
  }
}
