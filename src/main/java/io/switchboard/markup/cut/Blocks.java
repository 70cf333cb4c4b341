package io.switchboard.markup.cut;

import io.switchboard.markup.Block;
import io.switchboard.markup.Inline;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Blocks under each other, and what is around them: a quotation, a fold, an item, or the document
 * itself.
 *
 * @param <T> what they become together
 */
final class Blocks<T> extends Row<Block, T> {
  private final List<Block> blocks;
  private final Function<List<Block>, T> around;
  private @Nullable List<int[]> borders;

  private Blocks(List<Block> blocks, Function<List<Block>, T> around) {
    super(blocks.stream().map(Blocks::stretch).toList());
    this.blocks = blocks;
    this.around = around;
  }

  static Blocks<List<Block>> of(List<Block> blocks) {
    return new Blocks<>(blocks, part -> part);
  }

  static Stretch<Block> stretch(Block block) {
    return switch (block) {
      case Block.Paragraph(List<Inline> text) -> new Words<>(text, Block.Paragraph::new);
      case Block.Heading(int level, List<Inline> text) ->
          new Words<>(text, part -> new Block.Heading(level, part));
      case Block.Code code -> Lines.of(code);
      case Block.Formula formula -> Lines.of(formula);
      case Block.Rule rule -> Lines.of(rule);
      case Block.Quote(List<Block> blocks) -> new Blocks<>(blocks, Block.Quote::new);
      case Block.Fold(List<Inline> summary, List<Block> blocks, boolean reasoning) ->
          new Blocks<>(blocks, part -> new Block.Fold(summary, part, reasoning));
      case Block.Footnote(String label, List<Block> blocks) ->
          new Blocks<>(blocks, part -> new Block.Footnote(label, part));
      case Block.Listing listing -> new Items(listing);
      case Block.Table table -> new Rows(table);
    };
  }

  static Stretch<Block.Item> stretch(Block.Item item) {
    return new Item(item);
  }

  @Override
  public T slice(int from, int to) {
    return around.apply(parts(from, to));
  }

  @Override
  public List<int[]> borders() {
    if (borders == null) {
      // A heading should not be the last of a part.
      int[] good = borders(before -> !(blocks.get(before) instanceof Block.Heading));
      borders =
          good.length == blocks.size() - 1 ? List.of(good) : List.of(good, borders(b -> true));
    }
    return borders;
  }

  @Override
  public boolean odd(int set) {
    return set > 0;
  }

  /** An item; what goes on in the next part is no task any more. */
  private static final class Item implements Stretch<Block.Item> {
    private final Block.Item item;
    private final Blocks<List<Block>> blocks;

    Item(Block.Item item) {
      this.item = item;
      this.blocks = of(item.blocks());
    }

    @Override
    public int length() {
      return blocks.length();
    }

    @Override
    public Block.Item slice(int from, int to) {
      return new Block.Item(from == 0 ? item.checked() : null, blocks.slice(from, to));
    }

    @Override
    public List<int[]> borders() {
      return blocks.borders();
    }

    @Override
    public boolean odd(int set) {
      return blocks.odd(set);
    }

    @Override
    public @Nullable Inner inner(int at) {
      return blocks.inner(at);
    }
  }
}
