package io.switchboard.markup.table;

import io.switchboard.markup.Block;
import io.switchboard.markup.Inline;
import io.switchboard.markup.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tables where the platform has none. */
public final class TableText {
  private static final String BETWEEN = " │ ";

  private TableText() {}

  /**
   * The table as lines whose columns stand under each other in a font of equal widths; without a
   * line's end at the end. Line breaks within cells become spaces.
   *
   * @param widest the most columns a line may take, as {@link DisplayWidth} counts
   * @return nothing if it does not fit: then {@link #asFields} does
   */
  public static Optional<String> of(Block.Table table, int widest) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(words(table.head()));
    table.rows().forEach(row -> rows.add(words(row)));
    int[] widths = new int[table.head().size()];
    for (List<String> row : rows) {
      for (int i = 0; i < Math.min(widths.length, row.size()); i++) {
        widths[i] = Math.max(widths[i], DisplayWidth.of(row.get(i)));
      }
    }
    long total = BETWEEN.length() * (widths.length - 1L);
    for (int width : widths) {
      total += width;
    }
    if (widths.length == 0 || total > widest) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      append(text, rows.get(i), widths, table.columns());
      if (i == 0) {
        rule(text.append('\n'), widths);
      }
      text.append(i < rows.size() - 1 ? "\n" : "");
    }
    return Optional.of(text.toString());
  }

  /**
   * The table as a list: an item for each row, under its first cell the other cells, each as "head:
   * value". For screens that are too narrow.
   */
  public static Block asFields(Block.Table table) {
    List<Block.Item> items = new ArrayList<>();
    for (List<List<Inline>> row : table.rows()) {
      List<Block.Item> fields = new ArrayList<>();
      for (int i = 1; i < table.head().size(); i++) {
        List<Inline> value = i < row.size() ? row.get(i) : List.of();
        if (!value.isEmpty()) {
          fields.add(item(field(table.head().get(i), value)));
        } else if (items.isEmpty() && isEmpty(table, i) && !table.head().get(i).isEmpty()) {
          fields.add(item(field(table.head().get(i), List.of(new Inline.Text("–")))));
        }
      }
      List<Block> blocks = new ArrayList<>();
      List<Inline> first = row.isEmpty() ? List.of() : row.getFirst();
      List<Inline> named = first.isEmpty() ? first : field(table.head().getFirst(), first);
      blocks.add(new Block.Paragraph(named.isEmpty() ? named : List.of(new Inline.Strong(named))));
      if (!fields.isEmpty()) {
        blocks.add(new Block.Listing(null, true, fields));
      }
      items.add(new Block.Item(null, blocks));
    }
    if (items.isEmpty()) {
      table.head().forEach(cell -> items.add(item(List.of(new Inline.Strong(cell)))));
    }
    return new Block.Listing(null, true, items);
  }

  /** Whether a column has nothing but its head. */
  private static boolean isEmpty(Block.Table table, int column) {
    return table.rows().stream().allMatch(row -> column >= row.size() || row.get(column).isEmpty());
  }

  private static Block.Item item(List<Inline> text) {
    return new Block.Item(null, List.of(new Block.Paragraph(text)));
  }

  private static List<Inline> field(List<Inline> head, List<Inline> value) {
    List<Inline> field = new ArrayList<>();
    if (!head.isEmpty()) {
      field.addAll(head);
      field.add(new Inline.Text(": "));
    }
    field.addAll(value);
    return field;
  }

  private static List<String> words(List<List<Inline>> cells) {
    return cells.stream().map(c -> PlainText.of(c).replaceAll("\\s+", " ").strip()).toList();
  }

  private static void append(
      StringBuilder text, List<String> row, int[] widths, List<Block.Align> columns) {
    for (int i = 0; i < widths.length; i++) {
      String cell = i < row.size() ? row.get(i) : "";
      Block.Align align = i < columns.size() ? columns.get(i) : Block.Align.NONE;
      String padded = DisplayWidth.padded(cell, widths[i], align);
      boolean last = i == widths.length - 1;
      text.append(last ? padded.stripTrailing() : padded).append(last ? "" : BETWEEN);
    }
  }

  private static void rule(StringBuilder text, int[] widths) {
    for (int i = 0; i < widths.length; i++) {
      text.append(i == 0 ? "" : "─┼─").append("─".repeat(widths[i]));
    }
  }
}
