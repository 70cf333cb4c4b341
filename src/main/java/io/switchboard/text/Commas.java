package io.switchboard.text;

import java.util.Locale;

/** What stands between the things of a list within a sentence. */
public final class Commas {
  private Commas() {}

  /** The sign, with the space that follows it where one does. */
  public static String sign(Locale locale) {
    return locale.getLanguage().equals("zh") || locale.getLanguage().equals("yue") ? "、" : ", ";
  }
}
