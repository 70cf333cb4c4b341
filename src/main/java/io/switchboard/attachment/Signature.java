package io.switchboard.attachment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What kind of picture a content is, by how it begins. */
final class Signature {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

  private Signature() {}

  static Optional<String> pictureType(byte[] content) {
    if (begins(content, 0, PNG)) {
      return Optional.of("image/png");
    }
    if (begins(content, 0, JPEG)) {
      return Optional.of("image/jpeg");
    }
    if (begins(content, 0, ascii("GIF87a")) || begins(content, 0, ascii("GIF89a"))) {
      return Optional.of("image/gif");
    }
    return begins(content, 0, ascii("RIFF")) && begins(content, 8, ascii("WEBP"))
        ? Optional.of("image/webp")
        : Optional.empty();
  }

  private static boolean begins(byte[] content, int at, byte[] with) {
    return content.length >= at + with.length
        && Arrays.equals(content, at, at + with.length, with, 0, with.length);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
