package io.switchboard.answer;

import java.util.regex.Pattern;

/** The think part that some models write in front of their answer. */
final class Reasoning {
  private static final Pattern THINK =
      Pattern.compile("^\\s*<think(?:ing)?>.*?(?:</think(?:ing)?>\\s*|\\z)", Pattern.DOTALL);

  private Reasoning() {}

  static String leftOut(String answer) {
    return THINK.matcher(answer).replaceFirst("");
  }
}
