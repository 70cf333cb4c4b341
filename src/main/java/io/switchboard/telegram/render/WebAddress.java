package io.switchboard.telegram.render;

import java.util.Locale;
import java.util.regex.Pattern;

/** Which addresses Telegram makes a link of. */
public final class WebAddress {
  private static final Pattern PUBLIC =
      Pattern.compile(
          "https?://([\\p{L}\\p{N}_-]++\\.)++(\\p{L}{2,}|xn--[a-z0-9-]+)(:\\d{1,5})?([/?#]\\S*)?",
          Pattern.UNICODE_CHARACTER_CLASS);

  private WebAddress() {}

  /** Whether it is http or https. */
  public static boolean isWeb(String url) {
    String lower = url.toLowerCase(Locale.ROOT);
    return (lower.startsWith("http://") || lower.startsWith("https://")) && lower.length() > 8;
  }

  /**
   * Whether Telegram takes it for a button or a link: http or https, with a host that ends in a
   * top-level domain. It refuses {@code localhost}, and loses the link silently in a text.
   */
  public static boolean isPublic(String url) {
    return PUBLIC.matcher(url.toLowerCase(Locale.ROOT)).matches();
  }
}
