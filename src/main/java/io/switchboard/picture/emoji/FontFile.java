package io.switchboard.picture.emoji;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The tables of an OpenType font. Offsets are bytes; numbers are unsigned. */
final class FontFile {
  private final ByteBuffer bytes;
  private final Map<String, Integer> tables = new HashMap<>();

  private FontFile(ByteBuffer bytes) {
    this.bytes = bytes;
    int count = u16(4);
    for (int i = 0; i < count; i++) {
      int record = 12 + 16 * i;
      byte[] tag = bytes(record, 4);
      tables.put(new String(tag, StandardCharsets.US_ASCII), (int) u32(record + 8));
    }
  }

  /** Maps a file into memory; it is read where it is needed. */
  static FontFile open(Path file) {
    try (FileChannel channel = FileChannel.open(file)) {
      return new FontFile(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Where a table begins.
   *
   * @throws IllegalArgumentException if the font has none of this name
   */
  int table(String tag) {
    Integer at = tables.get(tag);
    if (at == null) {
      throw new IllegalArgumentException("no table " + tag);
    }
    return at;
  }

  boolean has(String tag) {
    return tables.containsKey(tag);
  }

  int u16(int at) {
    return bytes.getShort(at) & 0xFFFF;
  }

  long u32(int at) {
    return bytes.getInt(at) & 0xFFFFFFFFL;
  }

  byte[] bytes(int at, int length) {
    byte[] piece = new byte[length];
    bytes.get(at, piece);
    return piece;
  }
}
