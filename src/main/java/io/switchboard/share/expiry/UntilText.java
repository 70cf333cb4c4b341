package io.switchboard.share.expiry;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows by its words that a text names a deadline: {@code until …}, {@code 到…}, {@code …까지}. */
final class UntilText {
  private static final Pattern BEFORE =
      Pattern.compile("(?:(?:until|till|til|by) |(?:直到|到|至) ?)(.+?)(?: ?(?:为止|為止))?");

  private static final Pattern AFTER = Pattern.compile("(.+?) ?(?:까지|为止|為止)");

  private UntilText() {}

  /** The deadline in it, without those words. */
  static Optional<String> in(String text) {
    for (Pattern form : new Pattern[] {BEFORE, AFTER}) {
      Matcher found = form.matcher(text);
      if (found.matches()) {
        return Optional.of(found.group(1));
      }
    }
    return Optional.empty();
  }
}
