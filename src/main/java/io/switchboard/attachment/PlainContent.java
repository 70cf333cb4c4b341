package io.switchboard.attachment;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A content as text, if it is text: in UTF-8, or in UTF-16 with its mark. */
final class PlainContent {
  /** Beyond this many control characters in a hundred it is no text, though it can be decoded. */
  private static final int CONTROLS_PERCENT = 1;

  private static final String ALLOWED = "\t\n\r\f\b\u001b";

  private PlainContent() {}

  static Optional<String> of(byte[] content) {
    return decoded(content)
        .map(text -> text.startsWith("\ufeff") ? text.substring(1) : text)
        .filter(PlainContent::isText);
  }

  private static Optional<String> decoded(byte[] content) {
    try {
      return Optional.of(
          charset(content)
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(content))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static Charset charset(byte[] content) {
    int mark = content.length < 2 ? 0 : (content[0] & 0xff) << 8 | (content[1] & 0xff);
    return mark == 0xfeff || mark == 0xfffe ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
  }

  private static boolean isText(String text) {
    if (text.startsWith("%PDF-") || text.indexOf('\0') >= 0) {
      return false;
    }
    long controls = text.chars().filter(c -> c < ' ' && ALLOWED.indexOf(c) < 0).count();
    return controls * 100 <= (long) text.length() * CONTROLS_PERCENT;
  }
}
