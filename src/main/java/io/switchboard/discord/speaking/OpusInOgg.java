package io.switchboard.discord.speaking;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What Discord wants to know of a voice message: how long it is and how loud over time. Loudness is
 * told by the size of Opus' packets, which grow with what there is to hear; nothing is decoded. The
 * container is that of RFC 3533 and RFC 7845.
 *
 * @param seconds more than 0
 * @param waveform at most 256 samples, 0 for silence
 */
@SuppressWarnings("ArrayRecordComponent") // read once
record OpusInOgg(double seconds, byte[] waveform) {
  private static final int PAGE_HEADER = 27;
  private static final int SAMPLES_A_SECOND = 48_000;
  private static final int MOST_SAMPLES = 256;
  private static final int MOST_SAMPLES_A_SECOND = 10;
  private static final int PACKETS_OF_HEADERS = 2;

  /** Reads a file; empty if it is something else, or breaks off before its first sound. */
  static Optional<OpusInOgg> read(byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    List<Integer> packets = new ArrayList<>();
    long end = 0;
    int open = 0;
    int at = 0;
    while (at + PAGE_HEADER <= file.length && says(file, at, "OggS")) {
      int segments = file[at + 26] & 0xff;
      int content = at + PAGE_HEADER + segments;
      if (content > file.length) {
        break;
      }
      end = Math.max(end, in.getLong(at + 6));
      for (int i = 0; i < segments; i++) {
        int length = file[at + PAGE_HEADER + i] & 0xff;
        open += length;
        content += length;
        if (length < 255) {
          packets.add(open);
          open = 0;
        }
      }
      at = content;
    }
    if (!says(file, PAGE_HEADER + 1, "OpusHead") || file.length < PAGE_HEADER + 20) {
      return Optional.empty();
    }
    int skipped = in.getShort(PAGE_HEADER + 1 + 10) & 0xffff;
    double seconds = (double) (end - skipped) / SAMPLES_A_SECOND;
    return seconds <= 0 || packets.size() <= PACKETS_OF_HEADERS
        ? Optional.empty()
        : Optional.of(
            new OpusInOgg(
                seconds, waveform(packets.subList(PACKETS_OF_HEADERS, packets.size()), seconds)));
  }

  private static boolean says(byte[] file, int at, String word) {
    byte[] bytes = word.getBytes(StandardCharsets.US_ASCII);
    return at + bytes.length <= file.length
        && ByteBuffer.wrap(file, at, bytes.length).equals(ByteBuffer.wrap(bytes));
  }

  private static byte[] waveform(List<Integer> packets, double seconds) {
    int wanted = (int) Math.clamp(seconds * MOST_SAMPLES_A_SECOND, 1, MOST_SAMPLES);
    int samples = Math.min(wanted, packets.size());
    int largest = packets.stream().mapToInt(Integer::intValue).max().orElse(1);
    byte[] waveform = new byte[samples];
    for (int i = 0; i < samples; i++) {
      int from = (int) ((long) i * packets.size() / samples);
      int to = (int) ((long) (i + 1) * packets.size() / samples);
      double mean =
          packets.subList(from, to).stream().mapToInt(Integer::intValue).average().orElse(0);
      waveform[i] = (byte) Math.round(255 * mean / Math.max(1, largest));
    }
    return waveform;
  }
}
