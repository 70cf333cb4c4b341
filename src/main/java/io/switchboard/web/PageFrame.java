package io.switchboard.web;

import io.switchboard.http.Request;
import io.switchboard.http.files.Assets;
import io.switchboard.text.Texts;
import java.util.Locale;

/** What every page needs: the reader's language, and where the files are. */
public record PageFrame(Locale locale, Assets assets) {
  private static final Texts TEXTS = new Texts();

  /** For who asks. */
  public static PageFrame of(Request request, Assets assets) {
    return new PageFrame(Texts.language(request.languages()), assets);
  }

  /** As HTML writes it. */
  public String language() {
    return locale.toLanguageTag();
  }

  /** The path of a file. */
  public String asset(String name) {
    return assets.path(name);
  }

  /** A message in the reader's language. */
  public String say(String key, Object... arguments) {
    return TEXTS.say(locale, key, arguments);
  }
}
