package io.switchboard.attachment;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Photographs that come in passes; each costs whoever reads it as much as the whole picture. */
final class Passes {
  private static final int SCAN = 0xda;
  private static final int LENGTH_OF_END = 2;

  private Passes() {}

  /**
   * Of the night, in some 60 bytes a pass.
   *
   * @param more how often the last pass comes again
   */
  static byte[] photograph(int side, int more) throws IOException {
    byte[] usual = usual(side);
    byte[] last = lastScan(usual);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(usual, 0, usual.length - LENGTH_OF_END);
    for (int i = 0; i < more; i++) {
      out.write(last);
    }
    out.write(usual, usual.length - LENGTH_OF_END, LENGTH_OF_END);
    return out.toByteArray();
  }

  private static byte[] usual(int side) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam param = writer.getDefaultWriteParam();
    param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    try (var stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      BufferedImage night = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
      writer.write(null, new IIOImage(night, null, null), param);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  private static byte[] lastScan(byte[] photograph) {
    int begin = photograph.length - LENGTH_OF_END;
    while (ByteBuffer.wrap(photograph).getShort(begin) != (short) (0xff00 | SCAN)) {
      begin--;
    }
    return Arrays.copyOfRange(photograph, begin, photograph.length - LENGTH_OF_END);
  }
}
