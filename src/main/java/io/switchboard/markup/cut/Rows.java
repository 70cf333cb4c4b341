package io.switchboard.markup.cut;

import io.switchboard.markup.Block;
import io.switchboard.markup.Inline;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table, cut between rows, else between cells and within; its head is repeated. */
final class Rows implements Stretch<Block> {
  private final Block.Table table;
  private final Row<List<List<Inline>>> row;

  Rows(Block.Table table) {
    this.table = table;
    this.row = new Row<>(table.rows().stream().map(Cells::new).toList());
  }

  @Override
  public int length() {
    return row.length();
  }

  @Override
  public Block slice(int from, int to) {
    return new Block.Table(table.columns(), table.head(), row.slice(from, to));
  }

  @Override
  public List<int[]> borders() {
    return List.of(row.borders(before -> true));
  }

  @Override
  public @Nullable Inner inner(int at) {
    return row.inner(at);
  }

  /** A row; the cells that are not in a part are empty there. */
  private static final class Cells implements Stretch<List<List<Inline>>> {
    private final Row<List<Inline>> cells;

    Cells(List<List<Inline>> cells) {
      this.cells = new Row<>(cells.stream().map(c -> new Words<>(c, part -> part)).toList());
    }

    @Override
    public int length() {
      return cells.length();
    }

    @Override
    public List<List<Inline>> slice(int from, int to) {
      List<List<Inline>> row = new ArrayList<>();
      for (int i = 0; i < cells.size(); i++) {
        row.add(cells.touches(i, from, to) ? cells.part(i, from, to) : List.of());
      }
      return row;
    }

    @Override
    public List<int[]> borders() {
      return List.of(cells.borders(before -> true));
    }

    @Override
    public @Nullable Inner inner(int at) {
      return cells.inner(at);
    }
  }
}
