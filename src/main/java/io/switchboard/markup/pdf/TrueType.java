package io.switchboard.markup.pdf;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.Path2D;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes a TrueType font of a few letters, each out of any font. */
final class TrueType {
  private static final int EM = 1000;
  private static final int ASCENT = 1000;
  private static final int DESCENT = -260;
  private static final FontRenderContext PLAIN = new FontRenderContext(null, true, true);

  private final SortedMap<String, byte[]> tables = new TreeMap<>();

  private TrueType() {}

  private interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  /**
   * A file.
   *
   * @param letters from code points to the fonts that have them; at most 65,000
   */
  static byte[] of(String name, SortedMap<Integer, Font> letters) {
    try {
      return new TrueType().write(name, letters);
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot fail", e);
    }
  }

  private byte[] write(String name, SortedMap<Integer, Font> letters) throws IOException {
    ByteArrayOutputStream glyf = new ByteArrayOutputStream();
    ByteArrayOutputStream loca = new ByteArrayOutputStream();
    ByteArrayOutputStream hmtx = new ByteArrayOutputStream();
    DataOutputStream at = new DataOutputStream(loca);
    DataOutputStream wide = new DataOutputStream(hmtx);
    int count = letters.size() + 1;
    add(new Path2D.Double(), EM / 2, glyf, at, wide);
    for (Map.Entry<Integer, Font> letter : letters.entrySet()) {
      GlyphVector drawn =
          letter
              .getValue()
              .deriveFont((float) EM)
              .createGlyphVector(PLAIN, Character.toString(letter.getKey()));
      add(drawn.getOutline(), drawn.getGlyphMetrics(0).getAdvanceX(), glyf, at, wide);
    }
    at.writeInt(glyf.size());
    tables.put("glyf", glyf.toByteArray());
    tables.put("loca", loca.toByteArray());
    tables.put("hmtx", hmtx.toByteArray());
    metrics(count);
    table("cmap", out -> cmap(out, letters));
    names(name);
    return file();
  }

  private static void add(
      Shape outline,
      float advance,
      ByteArrayOutputStream glyf,
      DataOutputStream loca,
      DataOutputStream hmtx)
      throws IOException {
    Glyph glyph = new Glyph(outline);
    loca.writeInt(glyf.size());
    glyf.write(glyph.bytes());
    hmtx.writeShort(Math.round(advance));
    hmtx.writeShort(glyph.left());
  }

  private void table(String tag, Writing writing) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    writing.to(new DataOutputStream(bytes));
    tables.put(tag, bytes.toByteArray());
  }

  private static void shorts(DataOutputStream out, int... values) throws IOException {
    for (int value : values) {
      out.writeShort(value);
    }
  }

  private void metrics(int count) throws IOException {
    table(
        "head",
        out -> {
          out.writeInt(0x10000);
          out.writeInt(0x10000);
          out.writeInt(0);
          out.writeInt(0x5F0F3CF5);
          shorts(out, 0, EM);
          out.writeLong(0);
          out.writeLong(0);
          // The box, no style, legible from 6 pixels, left to right, long "loca", usual glyphs.
          shorts(out, 0, DESCENT, 2 * EM, ASCENT, 0, 6, 2, 1, 0);
        });
    table(
        "hhea",
        out -> {
          out.writeInt(0x10000);
          shorts(out, ASCENT, DESCENT, 0, 3 * EM, 0, 0, 2 * EM, 1, 0, 0, 0, 0, 0, 0, 0, count);
        });
    table(
        "maxp",
        out -> {
          out.writeInt(0x10000);
          shorts(out, count, 4000, 400, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0);
        });
    table(
        "OS/2",
        out -> {
          // Version 4, normal weight and width, may be embedded.
          shorts(out, 4, EM / 2, 400, 5, 0);
          shorts(out, 650, 600, 0, 75, 650, 600, 0, 350, 50, 300, 0);
          out.write(new byte[10]);
          out.write(new byte[16]);
          out.write("SWBD".getBytes(StandardCharsets.US_ASCII));
          shorts(out, 0x40, 0x20, 0xFFFF, ASCENT, DESCENT, 0, ASCENT, -DESCENT);
          out.writeLong(0);
          shorts(out, 520, 720, 0, 0x20, 1);
        });
    table(
        "post",
        out -> {
          out.writeInt(0x30000);
          out.writeInt(0);
          shorts(out, -100, 50);
          out.write(new byte[20]);
        });
  }

  private static void cmap(DataOutputStream out, SortedMap<Integer, Font> letters)
      throws IOException {
    shorts(out, 0, 1, 3, 10);
    out.writeInt(12);
    shorts(out, 12, 0);
    out.writeInt(16 + 12 * letters.size());
    out.writeInt(0);
    out.writeInt(letters.size());
    int glyph = 1;
    for (int letter : letters.keySet()) {
      out.writeInt(letter);
      out.writeInt(letter);
      out.writeInt(glyph++);
    }
  }

  private void names(String name) throws IOException {
    byte[] text = name.getBytes(StandardCharsets.UTF_16BE);
    int[] ids = {1, 2, 4, 6};
    table(
        "name",
        out -> {
          shorts(out, 0, ids.length, 6 + 12 * ids.length);
          for (int id : ids) {
            shorts(out, 3, 1, 0x409, id, text.length, 0);
          }
          out.write(text);
        });
  }

  private byte[] file() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    int count = tables.size();
    int power = Integer.highestOneBit(count);
    out.writeInt(0x10000);
    shorts(out, count, 16 * power, Integer.numberOfTrailingZeros(power), 16 * (count - power));
    int offset = 12 + 16 * count;
    for (Map.Entry<String, byte[]> table : tables.entrySet()) {
      out.write(table.getKey().getBytes(StandardCharsets.US_ASCII));
      out.writeInt(sum(table.getValue()));
      out.writeInt(offset);
      out.writeInt(table.getValue().length);
      offset += (table.getValue().length + 3) / 4 * 4;
    }
    for (byte[] table : tables.values()) {
      out.write(table);
      while (bytes.size() % 4 != 0) {
        out.writeByte(0);
      }
    }
    return bytes.toByteArray();
  }

  private static int sum(byte[] table) {
    int sum = 0;
    for (int i = 0; i < table.length; i++) {
      sum += (table[i] & 0xFF) << (24 - 8 * (i % 4));
    }
    return sum;
  }
}
