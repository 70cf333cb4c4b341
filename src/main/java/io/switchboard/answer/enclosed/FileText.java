package io.switchboard.answer.enclosed;

import io.switchboard.attachment.Opened;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A file as a model reads of it, in English like all that we tell it. */
final class FileText {
  private static final Pattern TICKS = Pattern.compile("`+");
  private static final Pattern ENDING = Pattern.compile("\\.([A-Za-z0-9]{1,10})$");
  private static final int LEAST_TICKS = 3;

  private FileText() {}

  /**
   * A text under its name, in a fence that nothing within can close.
   *
   * @param characters no more of it
   */
  static String whole(Opened.Text file, int characters) {
    String text = beginning(file.text(), characters);
    boolean cut = file.cut() || text.length() < file.text().length();
    int longest =
        TICKS
            .matcher(text)
            .results()
            .map(MatchResult::group)
            .mapToInt(String::length)
            .max()
            .orElse(0);
    String fence = "`".repeat(Math.max(LEAST_TICKS, longest + 1));
    return "File \"%s\":\n%s%s\n%s%s%s%s"
        .formatted(
            file.name(),
            fence,
            language(file.name()),
            text,
            text.isEmpty() || text.endsWith("\n") ? "" : "\n",
            fence,
            cut ? "\n[The rest of this file is left out.]" : "");
  }

  static String beginning(String text, int characters) {
    if (text.length() <= characters) {
      return text;
    }
    boolean pair = characters > 0 && Character.isHighSurrogate(text.charAt(characters - 1));
    return text.substring(0, characters - (pair ? 1 : 0));
  }

  private static String language(String name) {
    var ending = ENDING.matcher(name);
    return ending.find() ? ending.group(1).toLowerCase(Locale.ROOT) : "";
  }

  /** A file that came with an earlier question and is not shown again. */
  static String named(String name) {
    return "[File \"" + name + "\" came with this, and is not shown again.]";
  }

  /** A picture for a model that sees none. */
  static String unseen(String name) {
    return "[Picture \"" + name + "\" came with this; you cannot see pictures.]";
  }

  /** Something said aloud that nobody could write down. */
  static String unheard(String name) {
    return "[Voice message \"" + name + "\" came with this; you cannot hear it.]";
  }

  static String unreadable(Opened.Unreadable file) {
    return "[File \"%s\" came with this, but %s.]"
        .formatted(
            file.name(),
            switch (file.why()) {
              case GONE -> "it is not there any more";
              case FAILED -> "it could not be fetched";
              case TOO_LARGE -> "it is too large";
              case WRONG_KIND -> "it is neither a picture nor text";
            });
  }
}
