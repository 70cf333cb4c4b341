package io.switchboard.openai.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Bodies that came as gzip. */
class UnzipTest {
  private final Unzip unzip = new Unzip();

  private String of(byte[] bytes) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (ByteBuffer piece : unzip.of(List.of(ByteBuffer.wrap(bytes)))) {
      byte[] some = new byte[piece.remaining()];
      piece.get(some);
      all.writeBytes(some);
    }
    return all.toString(StandardCharsets.UTF_8);
  }

  @Test
  void whatAPieceSaysIsThereAtOnce() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped, true)) {
      for (String said : List.of("one ", "two ", "three 🎉")) {
        out.write(said.getBytes(StandardCharsets.UTF_8));
        out.flush();
        assertThat(of(zipped.toByteArray())).isEqualTo(said);
        zipped.reset();
        assertThat(unzip.finished()).isFalse();
      }
    }
    assertThat(of(zipped.toByteArray())).isEmpty();
    assertThat(unzip.finished()).isTrue();
    assertThat(of(new byte[] {1, 2, 3})).isEmpty();
  }

  @Test
  void everythingThatAHeadMayHoldIsPassedOver() throws IOException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(plain)) {
      out.write("x".repeat(100_000).getBytes(StandardCharsets.UTF_8));
    }
    byte[] bare = plain.toByteArray();
    ByteArrayOutputStream full = new ByteArrayOutputStream();
    full.writeBytes(new byte[] {0x1f, (byte) 0x8b, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 3});
    full.writeBytes(new byte[] {3, 0, 0, 0, 0}); // three bytes of something extra
    full.writeBytes("name\0and a comment\0".getBytes(StandardCharsets.UTF_8));
    full.writeBytes(new byte[] {0, 0}); // a checksum of the head
    full.write(bare, 10, bare.length - 10);
    StringBuilder said = new StringBuilder();
    for (byte one : full.toByteArray()) {
      said.append(of(new byte[] {one}));
    }
    assertThat(said.toString()).isEqualTo("x".repeat(100_000));
    assertThat(unzip.finished()).isTrue();
  }

  @Test
  void whatIsNoGzipIsRefused() {
    assertThatThrownBy(() -> of("data: plain".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IOException.class);
    Unzip other = new Unzip();
    byte[] broken = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, -1, -1, -1, -1};
    assertThatThrownBy(() -> other.of(List.of(ByteBuffer.wrap(broken))))
        .isInstanceOf(IOException.class);
  }
}
