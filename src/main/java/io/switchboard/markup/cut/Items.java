package io.switchboard.markup.cut;

import io.switchboard.markup.Block;

/** A list, cut between items; numbers go on counting. */
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
}
