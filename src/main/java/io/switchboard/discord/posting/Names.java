package io.switchboard.discord.posting;

import io.switchboard.markup.PlainText;

/** Names and texts as short as Discord wants them. */
final class Names {
  /** The longest name of a channel or thread. */
  static final int CHANNEL = 100;

  private Names() {}

  /** On one line, and never empty. */
  static String fit(String title, int most) {
    String line = title.strip().replaceAll("\\s+", " ");
    return PlainText.isSeen(line) ? cut(line, most) : "…";
  }

  /** The beginning with an ellipsis, if it is too long. */
  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = most - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
