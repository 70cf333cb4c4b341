package io.switchboard.fake.telegram;

import java.util.List;
import java.util.Set;

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
   * The names that the server finds by itself in a text sent with {@code parse_mode=HTML}, and so
   * mentions: over the borders of bold and italics, but not in code or links.
   */
  public static List<String> mentions(String html) {
    Formatted read = HtmlText.read(html);
    return Telling.found(read.text()).stream()
        .filter(found -> found.type().equals("mention"))
        .filter(found -> read.entities().stream().noneMatch(e -> keeps(e, found)))
        .map(found -> found.of(read.text()))
        .toList();
  }

  private static boolean keeps(Entity entity, Entity found) {
    return Set.of("code", "pre", "text_link").contains(entity.type())
        && entity.offset() < found.offset() + found.length()
        && found.offset() < entity.offset() + entity.length();
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
