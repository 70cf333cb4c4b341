package io.switchboard.picture.emoji;

import java.util.Optional;

/** The small pictures in a font. */
final class Bitmaps {
  private static final int PNG_SMALL_METRICS = 17;
  private static final int PNG_BIG_METRICS = 18;
  private static final int SMALL = 5;
  private static final int BIG = 8;

  private final FontFile font;
  private final int data;
  private final int indexes;
  private final int count;

  Bitmaps(FontFile font) {
    this.font = font;
    int locations = font.table("CBLC");
    int strike = locations + 8;
    data = font.table("CBDT");
    indexes = locations + (int) font.u32(strike);
    count = (int) font.u32(strike + 8);
  }

  /** The picture of a glyph, as PNG. */
  Optional<byte[]> of(int glyph) {
    for (int i = 0; i < count; i++) {
      int entry = indexes + 8 * i;
      int first = font.u16(entry);
      if (glyph >= first && glyph <= font.u16(entry + 2)) {
        return picture(indexes + (int) font.u32(entry + 4), glyph - first);
      }
    }
    return Optional.empty();
  }

  private Optional<byte[]> picture(int index, int nth) {
    boolean wide = font.u16(index) == 1;
    if (!wide && font.u16(index) != 3) {
      return Optional.empty();
    }
    long from = wide ? font.u32(index + 8 + 4 * nth) : font.u16(index + 8 + 2 * nth);
    long to = wide ? font.u32(index + 12 + 4 * nth) : font.u16(index + 10 + 2 * nth);
    int format = font.u16(index + 2);
    if (to <= from || (format != PNG_SMALL_METRICS && format != PNG_BIG_METRICS)) {
      return Optional.empty();
    }
    int at = data + (int) (font.u32(index + 4) + from);
    int metrics = format == PNG_SMALL_METRICS ? SMALL : BIG;
    return Optional.of(font.bytes(at + metrics + 4, (int) font.u32(at + metrics)));
  }
}
