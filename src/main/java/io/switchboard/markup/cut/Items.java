package io.switchboard.markup.cut;

import io.switchboard.markup.Block;
import java.util.ArrayList;
import java.util.List;

/**
 * A list, cut between items; numbers go on counting. What goes on of an item stands there without a
 * sign of its own, which would make it look like another.
 */
final class Items extends Row<Block.Item, Block> {
  private final Block.Listing listing;

  Items(Block.Listing listing) {
    super(listing.items().stream().map(Blocks::stretch).toList());
    this.listing = listing;
  }

  @Override
  public Block slice(int from, int to) {
    Integer start = listing.start();
    return new Block.Listing(
        start == null ? null : Integer.valueOf(start + indexAt(from)),
        listing.tight(),
        parts(from, to));
  }

  @Override
  public List<Block> pieces(int from, int to) {
    int first = indexAt(from);
    if (size() == 0 || from == start(first)) {
      return List.of(slice(from, to));
    }
    List<Block> pieces = new ArrayList<>(part(first, from, to).blocks());
    if (first + 1 < size() && start(first + 1) < to) {
      pieces.add(slice(start(first + 1), to));
    }
    return pieces;
  }
}
