package io.switchboard.web.share.preview;

import io.switchboard.markup.Excerpt;
import io.switchboard.markup.Markdown;
import io.switchboard.picture.card.Card;
import io.switchboard.share.SharedCopy;
import io.switchboard.web.prose.Tongue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a chat shows of a link before anybody opens it. Only of shares that everybody with the link
 * may read.
 *
 * @param title in plain text, as all of it
 * @param lines the beginning of the first answer
 * @param page its address, complete
 * @param oembed the address of the same as oEmbed
 * @param picture the address of the picture; null where it cannot be drawn
 * @see <a href="https://ogp.me/">The Open Graph protocol</a>
 * @see <a href="https://oembed.com/">oEmbed</a>
 */
public record Preview(
    String title, String lines, String page, String oembed, @Nullable String picture) {
  private static final int LINES = 220;

  /** Empty unless the link alone is enough to read it. */
  public static Optional<Preview> of(SharedCopy copy, String path, String address) {
    if (!open(copy)) {
      return Optional.empty();
    }
    String page = address + path;
    String picture = page + "/" + copy.sight().version() + ".png";
    return Optional.of(
        new Preview(
            copy.title(),
            lines(copy),
            page,
            address + "/oembed?url=" + URLEncoder.encode(page, StandardCharsets.UTF_8),
            card(copy).isPresent() ? picture : null));
  }

  /** Whether everybody with the link may read it at once. */
  static boolean open(SharedCopy copy) {
    return copy.sight().by() == SharedCopy.By.LINK && copy.sight().visibility().open();
  }

  /** The picture, not drawn yet; empty where the system lacks letters of it. */
  static Optional<Card> card(SharedCopy copy) {
    String lines = lines(copy);
    return Card.of(
        new Card.Words(copy.title(), lines, Tongue.of(copy.title() + "\n" + lines), "Switchboard"));
  }

  /** Its width in pixels. */
  public int width() {
    return Card.WIDTH;
  }

  /** Its height in pixels. */
  public int height() {
    return Card.HEIGHT;
  }

  static String lines(SharedCopy copy) {
    return copy.turns().stream()
        .map(turn -> Excerpt.beginning(Markdown.parse(turn.answer()), LINES))
        .filter(lines -> !lines.isBlank())
        .findFirst()
        .orElse("");
  }
}
