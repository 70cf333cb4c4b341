package io.switchboard.fake.telegram;

/** What a person would see of a markup, without any server. */
public final class Visible {
  private Visible() {}

  /**
   * What a person would see of a text sent with {@code parse_mode=HTML}.
   *
   * @throws RuntimeException with Telegram's words, if it would be refused
   */
  public static String of(String html) {
    return HtmlText.read(html).text();
  }

  /**
   * What a person would see of a rich message's HTML.
   *
   * @throws RuntimeException with Telegram's words, if it would be refused
   */
  public static String ofRich(String html) {
    return RichText.read(html).text();
  }
}
