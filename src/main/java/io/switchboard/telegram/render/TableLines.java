package io.switchboard.telegram.render;

import io.switchboard.markup.Block;
import io.switchboard.markup.Inline;
import java.util.ArrayList;
import java.util.List;

/** A table as lines of equal letters, where it is narrow enough for a phone. */
final class TableLines {
  /** As many narrow letters fit a line on a small phone, more or less. */
  private static final int WIDEST = 42;

  private TableLines() {}

  /** The lines; none if they would be too wide. */
  static List<String> of(Block.Table table) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(flat(table.head()));
    table.rows().forEach(row -> rows.add(flat(row)));
    int columns = table.head().size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    int whole = (columns - 1) * 3;
    for (int width : widths) {
      whole += width;
    }
    if (whole > WIDEST) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      lines.add(line(row, widths, table.columns()));
      if (lines.size() == 1) {
        lines.add(rule(widths));
      }
    }
    return lines;
  }

  private static List<String> flat(List<List<Inline>> row) {
    return row.stream().map(Flat::of).map(String::strip).toList();
  }

  private static String rule(int[] widths) {
    List<String> parts = new ArrayList<>();
    for (int width : widths) {
      parts.add("─".repeat(width));
    }
    return String.join("─┼─", parts);
  }

  private static String line(List<String> row, int[] widths, List<Block.Align> columns) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      int space = widths[i] - width(row.get(i));
      int before =
          switch (columns.get(i)) {
            case RIGHT -> space;
            case CENTER -> space / 2;
            case NONE, LEFT -> 0;
          };
      line.append(i == 0 ? "" : " │ ")
          .append(" ".repeat(before))
          .append(row.get(i))
          .append(" ".repeat(space - before));
    }
    return line.toString().stripTrailing();
  }

  /** In narrow letters: those of East Asia, and pictures, are two wide. */
  private static int width(String text) {
    return text.codePoints().map(TableLines::width).sum();
  }

  private static int width(int point) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK || type == Character.FORMAT) {
      return 0;
    }
    boolean wide =
        point >= 0x1100
            && (point <= 0x115F
                || (point >= 0x2E80 && point <= 0xA4CF)
                || (point >= 0xAC00 && point <= 0xD7A3)
                || (point >= 0xF900 && point <= 0xFAFF)
                || (point >= 0xFE30 && point <= 0xFE6F)
                || (point >= 0xFF00 && point <= 0xFF60)
                || (point >= 0xFFE0 && point <= 0xFFE6)
                || (point >= 0x1F300 && point <= 0x1FAFF)
                || (point >= 0x20000 && point <= 0x3FFFD));
    return wide ? 2 : 1;
  }
}
