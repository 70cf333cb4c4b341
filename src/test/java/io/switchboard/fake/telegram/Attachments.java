package io.switchboard.fake.telegram;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.ImageIO;

/** What Telegram demands of files. */
final class Attachments {
  private static final int MEGABYTE = 1 << 20;

  private Attachments() {}

  static void check(SentFile file) {
    byte[] bytes = file.bytes();
    if (bytes.length > (file.kind().equals("photo") ? 10 : 50) * MEGABYTE) {
      throw new Refusal(413, "Request Entity Too Large", Map.of());
    }
    switch (file.kind()) {
      case "photo" -> photo(bytes);
      case "voice" -> {
        if (!new String(bytes, 0, Math.min(4, bytes.length), StandardCharsets.US_ASCII)
            .equals("OggS")) {
          throw Refusal.badRequest("VOICE_INVALID (a voice is OGG with Opus)");
        }
      }
      default -> {}
    }
  }

  private static void photo(byte[] bytes) {
    try {
      var picture = ImageIO.read(new ByteArrayInputStream(bytes));
      if (picture == null) {
        throw Refusal.badRequest("IMAGE_PROCESS_FAILED");
      }
      int width = picture.getWidth();
      int height = picture.getHeight();
      if (width + height > 10_000 || Math.max(width, height) > 20 * Math.min(width, height)) {
        throw Refusal.badRequest("PHOTO_INVALID_DIMENSIONS");
      }
    } catch (IOException e) {
      throw Refusal.badRequest("IMAGE_PROCESS_FAILED");
    }
  }

  static Shown with(Shown shown, SentFile file) {
    return new Shown(
        shown.id(),
        shown.chat(),
        shown.from(),
        shown.bot(),
        shown.text(),
        shown.entities(),
        shown.keys(),
        shown.replyTo(),
        shown.history(),
        shown.rich(),
        shown.source(),
        shown.update(),
        file);
  }
}
