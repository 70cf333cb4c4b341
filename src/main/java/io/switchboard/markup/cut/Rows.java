package io.switchboard.markup.cut;

import io.switchboard.markup.Block;
import io.switchboard.markup.Inline;
import java.util.ArrayList;
import java.util.List;

/** A table, cut between rows, else between cells and within; its head is repeated. */
final class Rows extends Row<List<List<Inline>>, Block> {
  private final Block.Table table;

  Rows(Block.Table table) {
    super(table.rows().stream().map(Cells::new).toList());
    this.table = table;
  }

  @Override
  public Block slice(int from, int to) {
    return new Block.Table(table.columns(), table.head(), parts(from, to));
  }

  /** A row; the cells that are not in a part are empty there. */
  private static final class Cells extends Row<List<Inline>, List<List<Inline>>> {
    Cells(List<List<Inline>> cells) {
      super(cells.stream().map(c -> new Words<>(c, part -> part)).toList());
    }

    @Override
    public List<List<Inline>> slice(int from, int to) {
      List<List<Inline>> row = new ArrayList<>();
      for (int i = 0; i < size(); i++) {
        row.add(touches(i, from, to) ? part(i, from, to) : List.of());
      }
      return row;
    }
  }
}
