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

  /** What kind of sound a content is; of films, those that may be nothing but sound. */
  static Optional<String> soundType(byte[] content) {
    if (begins(content, 0, ascii("OggS"))) {
      return Optional.of("audio/ogg");
    }
    if (begins(content, 0, ascii("RIFF")) && begins(content, 8, ascii("WAVE"))) {
      return Optional.of("audio/wav");
    }
    if (begins(content, 0, ascii("fLaC"))) {
      return Optional.of("audio/flac");
    }
    if (begins(content, 4, ascii("ftypM4A"))) {
      return Optional.of("audio/mp4");
    }
    boolean mp3 =
        begins(content, 0, ascii("ID3"))
            || (content.length > 1 && content[0] == (byte) 0xff && (content[1] & 0xe6) == 0xe2);
    return mp3 ? Optional.of("audio/mpeg") : Optional.empty();
  }

  /** The ending of a sound's file name. */
  static String ending(String soundType) {
    return switch (soundType) {
      case "audio/wav" -> "wav";
      case "audio/flac" -> "flac";
      case "audio/mp4" -> "m4a";
      case "audio/mpeg" -> "mp3";
      default -> "ogg";
    };
  }

  private static boolean begins(byte[] content, int at, byte[] with) {
    return content.length >= at + with.length
        && Arrays.equals(content, at, at + with.length, with, 0, with.length);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
