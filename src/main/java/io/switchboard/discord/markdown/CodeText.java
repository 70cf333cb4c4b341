package io.switchboard.discord.markdown;

import java.util.Locale;
import java.util.regex.Pattern;

/** Code, within a line and on lines of its own. */
final class CodeText {
  private static final Pattern LANGUAGE = Pattern.compile("[a-z0-9_+\\-.#]{1,30}");

  private CodeText() {}

  /** Code within a line. */
  static String inline(String code) {
    String line = code.replace('\n', ' ');
    if (line.isBlank()) {
      return "";
    }
    if (line.indexOf('`') < 0) {
      return "`" + line + "`";
    }
    // Two backticks may hold single ones; more in a row would end or open something.
    String parted = line.replace("``", "`\u200b`").replace("``", "`\u200b`");
    return "`` " + parted + " ``";
  }

  /** A block. Discord knows no longer fences, so a fence within is parted invisibly. */
  static String block(String language, String code) {
    String lower = language.toLowerCase(Locale.ROOT);
    String name = LANGUAGE.matcher(lower).matches() ? lower : "";
    String safe = code.replaceAll("``(?=`)", "``\u200b");
    return "```" + name + "\n" + (safe.isBlank() ? "\u200b" : safe) + "\n```";
  }
}
