package io.switchboard.picture.emoji;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which glyph of a font stands for a character, or for several that are drawn as one. */
final class Glyphs {
  private static final int LIGATURES = 4;

  /** Groups of code points: first, last, and the glyph of the first. */
  private final List<long[]> groups = new ArrayList<>();

  private final Map<List<Integer>, Integer> ligatures = new HashMap<>();

  Glyphs(FontFile font) {
    int cmap = font.table("cmap");
    for (int i = 0; i < font.u16(cmap + 2); i++) {
      int table = cmap + (int) font.u32(cmap + 4 + 8 * i + 4);
      if (font.u16(table) == 12) {
        for (int g = 0; g < font.u32(table + 12); g++) {
          int group = table + 16 + 12 * g;
          groups.add(new long[] {font.u32(group), font.u32(group + 4), font.u32(group + 8)});
        }
      }
    }
    if (font.has("GSUB")) {
      ligatures(font, font.table("GSUB"));
    }
  }

  private void ligatures(FontFile font, int gsub) {
    int lookups = gsub + font.u16(gsub + 8);
    for (int i = 0; i < font.u16(lookups); i++) {
      int lookup = lookups + font.u16(lookups + 2 + 2 * i);
      if (font.u16(lookup) == LIGATURES) {
        for (int s = 0; s < font.u16(lookup + 4); s++) {
          subtable(font, lookup + font.u16(lookup + 6 + 2 * s));
        }
      }
    }
  }

  private void subtable(FontFile font, int table) {
    List<Integer> first = covered(font, table + font.u16(table + 2));
    for (int i = 0; i < font.u16(table + 4); i++) {
      int set = table + font.u16(table + 6 + 2 * i);
      for (int l = 0; l < font.u16(set); l++) {
        int ligature = set + font.u16(set + 2 + 2 * l);
        List<Integer> parts = new ArrayList<>(List.of(first.get(i)));
        for (int p = 1; p < font.u16(ligature + 2); p++) {
          parts.add(font.u16(ligature + 4 + 2 * (p - 1)));
        }
        ligatures.putIfAbsent(parts, font.u16(ligature));
      }
    }
  }

  private static List<Integer> covered(FontFile font, int coverage) {
    List<Integer> glyphs = new ArrayList<>();
    boolean ranges = font.u16(coverage) == 2;
    for (int i = 0; i < font.u16(coverage + 2); i++) {
      if (ranges) {
        int range = coverage + 4 + 6 * i;
        for (int glyph = font.u16(range); glyph <= font.u16(range + 2); glyph++) {
          glyphs.add(glyph);
        }
      } else {
        glyphs.add(font.u16(coverage + 4 + 2 * i));
      }
    }
    return glyphs;
  }

  /** The one glyph for all of these characters; empty if the font has none. */
  Optional<Integer> of(String cluster) {
    List<Integer> glyphs = new ArrayList<>();
    for (int c : cluster.codePoints().toArray()) {
      if (c == 0xFE0F || c == 0xFE0E) {
        continue;
      }
      Optional<Integer> glyph = of(c);
      if (glyph.isEmpty()) {
        return Optional.empty();
      }
      glyphs.add(glyph.get());
    }
    return glyphs.size() == 1
        ? Optional.of(glyphs.getFirst())
        : Optional.ofNullable(ligatures.get(glyphs));
  }

  private Optional<Integer> of(int character) {
    for (long[] group : groups) {
      if (character >= group[0] && character <= group[1]) {
        return Optional.of((int) (group[2] + character - group[0]));
      }
    }
    return Optional.empty();
  }
}
