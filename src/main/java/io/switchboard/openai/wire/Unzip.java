package io.switchboard.openai.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Takes a body apart that came as gzip (RFC 1952) though nobody asked for that, as some proxies
 * send it. What a piece of it says is there as soon as that piece is: nothing waits for the end.
 */
final class Unzip {
  private static final int FIXED = 10;
  private static final int CHECKED = 2;
  private static final int EXTRA = 4;
  private static final int NAMED = 8;
  private static final int COMMENTED = 16;
  private static final int LARGEST_HEAD = 1 << 16;
  private static final int PIECE = 1 << 14;

  private final Inflater inflater = new Inflater(true);
  private ByteArrayOutputStream head = new ByteArrayOutputStream();
  private boolean inBody;

  /** What this piece says; nothing if it is only the beginning of something. */
  List<ByteBuffer> of(List<ByteBuffer> zipped) throws IOException {
    List<ByteBuffer> plain = new ArrayList<>();
    for (ByteBuffer buffer : zipped) {
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      int from = 0;
      while (!inBody && from < bytes.length) {
        head.write(bytes[from++]);
        inBody = headIsWhole(head.toByteArray());
      }
      inflate(bytes, from, plain);
    }
    return plain;
  }

  /** Whether all of it has come. */
  boolean finished() {
    return inflater.finished();
  }

  /** To be called when nothing more is wanted. */
  void close() {
    inflater.end();
  }

  private void inflate(byte[] bytes, int from, List<ByteBuffer> plain) throws IOException {
    if (from == bytes.length || inflater.finished()) {
      return; // what follows the end is a checksum and a length
    }
    inflater.setInput(bytes, from, bytes.length - from);
    try {
      while (!inflater.needsInput() && !inflater.finished()) {
        byte[] piece = new byte[PIECE];
        int length = inflater.inflate(piece);
        if (length == 0 && (inflater.needsDictionary() || inflater.needsInput())) {
          return;
        }
        plain.add(ByteBuffer.wrap(piece, 0, length));
      }
    } catch (DataFormatException e) {
      throw new IOException("what came as gzip is none", e);
    }
  }

  private static boolean headIsWhole(byte[] head) throws IOException {
    boolean magic =
        (head.length < 1 || (head[0] & 0xff) == 0x1f)
            && (head.length < 2 || (head[1] & 0xff) == 0x8b)
            && (head.length < 3 || head[2] == 8);
    if (!magic || head.length > LARGEST_HEAD) {
      throw new IOException("what came as gzip is none");
    }
    if (head.length < FIXED) {
      return false;
    }
    int flags = head[3];
    int end = FIXED;
    if ((flags & EXTRA) != 0) {
      if (head.length < end + 2) {
        return false;
      }
      end += 2 + (head[end] & 0xff) + ((head[end + 1] & 0xff) << 8);
    }
    for (int text : new int[] {NAMED, COMMENTED}) {
      if ((flags & text) != 0) {
        while (end < head.length && head[end] != 0) {
          end++;
        }
        end++; // the zero itself
      }
    }
    end += (flags & CHECKED) != 0 ? 2 : 0;
    return head.length >= end;
  }
}
