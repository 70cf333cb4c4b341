package io.switchboard.markup.cut;

import io.switchboard.markup.Block;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list, cut between items; numbers go on counting. */
final class Items implements Stretch<Block> {
  private final Block.Listing listing;
  private final Row<Block.Item> row;

  Items(Block.Listing listing) {
    this.listing = listing;
    this.row = new Row<>(listing.items().stream().map(Blocks::stretch).toList());
  }

  @Override
  public int length() {
    return row.length();
  }

  @Override
  public Block slice(int from, int to) {
    Integer start = listing.start();
    return new Block.Listing(
        start == null ? null : Integer.valueOf(start + row.indexAt(from)),
        listing.tight(),
        row.slice(from, to));
  }

  @Override
  public List<int[]> borders() {
    return List.of(row.borders(before -> true));
  }

  @Override
  public @Nullable Inner inner(int at) {
    return row.inner(at);
  }
}
