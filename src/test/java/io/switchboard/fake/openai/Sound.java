package io.switchboard.fake.openai;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** OGG with Opus, as far as programs look into it that do not play it. */
final class Sound {
  private Sound() {}

  /** Two seconds: both headers and a hundred packets of 20 ms; the tags hold what is said. */
  static byte[] opus(String said) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    byte[] head = new byte[19];
    System.arraycopy("OpusHead".getBytes(StandardCharsets.US_ASCII), 0, head, 0, 8);
    head[10] = (byte) 0x38;
    head[11] = 1;
    page(file, 0, 1, head);
    String some = said.substring(0, Math.min(60, said.length()));
    page(file, 0, 1, ("OpusTags SAID " + some).getBytes(StandardCharsets.UTF_8));
    page(file, 96_000 + 0x138, 100, new byte[100 * 40]);
    return file.toByteArray();
  }

  private static void page(ByteArrayOutputStream file, long end, int packets, byte[] content) {
    ByteBuffer header = ByteBuffer.allocate(27 + packets).order(ByteOrder.LITTLE_ENDIAN);
    header.put("OggS".getBytes(StandardCharsets.US_ASCII)).putLong(6, end).put(26, (byte) packets);
    for (int i = 0; i < packets; i++) {
      header.put(27 + i, (byte) (content.length / packets));
    }
    file.writeBytes(header.array());
    file.writeBytes(content);
  }
}
