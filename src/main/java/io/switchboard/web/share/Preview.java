package io.switchboard.web.share;

import io.switchboard.markup.Excerpt;
import io.switchboard.markup.Markdown;
import io.switchboard.share.SharedCopy;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a chat shows of a link before anybody opens it. Only of shares that everybody with the link
 * may read.
 *
 * @param title in plain text, as all of it
 * @param lines the beginning of the first answer
 * @param page its address, complete
 * @param oembed the address of the same as oEmbed
 * @see <a href="https://ogp.me/">The Open Graph protocol</a>
 * @see <a href="https://oembed.com/">oEmbed</a>
 */
public record Preview(String title, String lines, String page, String oembed) {
  private static final int LINES = 220;

  /** Empty unless the link alone is enough to read it. */
  static Optional<Preview> of(SharedCopy copy, String path, String address) {
    if (copy.sight().by() != SharedCopy.By.LINK || !copy.sight().visibility().open()) {
      return Optional.empty();
    }
    String page = address + path;
    return Optional.of(
        new Preview(
            copy.title(),
            lines(copy),
            page,
            address + "/oembed?url=" + URLEncoder.encode(page, StandardCharsets.UTF_8)));
  }

  static String lines(SharedCopy copy) {
    return copy.turns().stream()
        .map(turn -> Excerpt.beginning(Markdown.parse(turn.answer()), LINES))
        .filter(lines -> !lines.isBlank())
        .findFirst()
        .orElse("");
  }
}
