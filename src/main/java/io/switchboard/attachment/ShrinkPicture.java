package io.switchboard.attachment;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Makes a picture smaller that is larger than any model looks at. What cannot be made smaller
 * without harm stays as it is: WebP, which Java does not read, photographs that say how they must
 * be turned, and what would fill the memory or take minutes while it is read.
 */
final class ShrinkPicture {
  /** OpenAI's models scale what is longer down to this before they look, in pixels. */
  private static final int LONGEST_SIDE = 2048;

  /** A small file can claim to be a picture that fills the memory. */
  private static final long MOST_PIXELS = 200_000_000;

  /** Photographs that come in passes are whole in memory, at six bytes a pixel, beside our heap. */
  private static final long MOST_READ = 40_000_000;

  /**
   * A photograph comes in some ten passes at most, each of which takes as long as all of a plain
   * one, and a pass of nothing is 60 bytes: of 8 MB of them, one would be read for hours.
   */
  private static final int MOST_PASSES = 24;

  /** One at a time, whoever sends how many. */
  private static final ReentrantLock ONE = new ReentrantLock();

  private ShrinkPicture() {}

  /** A smaller picture of that type, or the same; empty if it claims to be monstrous. */
  static Optional<byte[]> of(byte[] content, String type) {
    try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
      if (!readers.hasNext()) {
        return Optional.of(content);
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(stream, true, true);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
          return Optional.empty();
        }
        boolean stays =
            Math.max(width, height) <= LONGEST_SIDE
                || (long) width * height > MOST_READ
                || (type.equals("image/jpeg") && passes(content) > MOST_PASSES)
                || isTurned(content);
        return Optional.of(stays ? content : shrunkAlone(reader, content, type));
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      // Its readers fail on much that models read well.
      return Optional.of(content);
    }
  }

  /** Whether it may say that it must be turned, which would be lost. */
  private static boolean isTurned(byte[] content) {
    int head = Math.min(content.length, 4096);
    return new String(content, 0, head, StandardCharsets.ISO_8859_1).contains("Exif\0\0");
  }

  /** At least as many as there are: in what is told beside the picture there may be a few more. */
  private static int passes(byte[] content) {
    int passes = 0;
    for (int i = 1; i < content.length; i++) {
      passes += content[i - 1] == (byte) 0xff && content[i] == (byte) 0xda ? 1 : 0;
    }
    return passes;
  }

  private static byte[] shrunkAlone(ImageReader reader, byte[] content, String type)
      throws IOException {
    ONE.lock();
    try {
      return shrunk(reader, content, type);
    } finally {
      ONE.unlock();
    }
  }

  private static byte[] shrunk(ImageReader reader, byte[] content, String type) throws IOException {
    ImageReadParam param = reader.getDefaultReadParam();
    int longest = Math.max(reader.getWidth(0), reader.getHeight(0));
    int step = Math.max(1, longest / LONGEST_SIDE / 2);
    param.setSourceSubsampling(step, step, 0, 0); // so that a large one is never whole in memory
    BufferedImage read = reader.read(0, param);
    double scale = (double) LONGEST_SIDE / Math.max(read.getWidth(), read.getHeight());
    int width = Math.max(1, (int) Math.round(read.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(read.getHeight() * scale));
    boolean jpeg = type.equals("image/jpeg");
    BufferedImage small =
        new BufferedImage(
            width, height, jpeg ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = small.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(read, 0, 0, width, height, null);
    graphics.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String format = type.substring(type.indexOf('/') + 1);
    boolean written = ImageIO.write(small, format, out);
    return written && out.size() < content.length ? out.toByteArray() : content;
  }
}
