package io.switchboard.web;

import io.switchboard.http.Request;
import io.switchboard.http.files.Assets;
import io.switchboard.text.Texts;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What every page needs: the reader's language, and where the files are. */
public record PageFrame(Locale locale, Assets assets) {
  private static final Texts TEXTS = new Texts();
  private static final int MOST_LIKED = 1_000;
  private static final int LONGEST_LIKED = 200;
  private static final Map<String, Locale> LIKED = new ConcurrentHashMap<>();

  /** For who asks. */
  public static PageFrame of(Request request, Assets assets) {
    String liked = request.header("Accept-Language").orElse("");
    Locale known = LIKED.get(liked);
    if (known == null) {
      known = Texts.language(request.languages());
      // Browsers say few different things; whoever says many is read each time.
      if (LIKED.size() < MOST_LIKED && liked.length() < LONGEST_LIKED) {
        LIKED.put(liked, known);
      }
    }
    return new PageFrame(known, assets);
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
