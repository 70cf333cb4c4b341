package io.switchboard.discord.markdown;

import io.switchboard.markup.Block;
import io.switchboard.markup.Inline;
import java.util.ArrayList;
import java.util.List;

/** Tables, which Discord does not have. */
final class Tables {
  private Tables() {}

  static String render(Block.Table table, Surrounding in) {
    List<String> rows = new ArrayList<>();
    for (List<List<Inline>> row : table.rows()) {
      List<String> fields = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        String head = Inlines.line(List.of(new Inline.Strong(table.head().get(i))));
        String cell = Inlines.line(row.get(i));
        if (!cell.isEmpty()) {
          fields.add(head.isEmpty() ? cell : head + ": " + cell);
        }
      }
      rows.add("- " + String.join("\n  ", fields));
    }
    return String.join("\n", rows);
  }
}
