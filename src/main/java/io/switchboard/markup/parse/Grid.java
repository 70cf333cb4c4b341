package io.switchboard.markup.parse;

import io.switchboard.markup.Block;
import io.switchboard.markup.Inline;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/** Turns a table as the grammar found it into ours. */
final class Grid {
  private Grid() {}

  static Block.Table of(TableBlock table) {
    List<Block.Align> columns = new ArrayList<>();
    List<List<Inline>> head = List.of();
    List<List<List<Inline>>> rows = new ArrayList<>();
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        List<List<Inline>> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
          cells.add(Running.of(cell));
          if (part instanceof TableHead && cell instanceof TableCell c) {
            columns.add(align(c.getAlignment()));
          }
        }
        if (part instanceof TableHead) {
          head = cells;
        } else {
          rows.add(cells);
        }
      }
    }
    return new Block.Table(columns, head, rows);
  }

  private static Block.Align align(TableCell.@Nullable Alignment alignment) {
    return switch (alignment) {
      case null -> Block.Align.NONE;
      case LEFT -> Block.Align.LEFT;
      case CENTER -> Block.Align.CENTER;
      case RIGHT -> Block.Align.RIGHT;
    };
  }
}
