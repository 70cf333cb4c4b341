package io.switchboard.discord.markdown;

import io.switchboard.markup.Block;
import io.switchboard.markup.Inline;
import io.switchboard.markup.table.TableText;
import java.util.List;

/** Tables, which Discord does not have: as aligned text where a phone shows it, else as a list. */
final class Tables {
  /** Columns of code that a phone shows without breaking the line. */
  private static final int PHONE = 42;

  private Tables() {}

  static String render(Block.Table table, Surrounding in) {
    // Code shows no links, and moves with its margin in a list.
    boolean plain = !in.narrow() && !hasLinks(table.head());
    if (plain && table.rows().stream().noneMatch(Tables::hasLinks)) {
      return TableText.of(table, PHONE)
          .map(text -> CodeText.block("", text))
          .orElseGet(() -> asList(table, in));
    }
    return asList(table, in);
  }

  private static String asList(Block.Table table, Surrounding in) {
    return Blocks.render(List.of(TableText.asFields(table)), in);
  }

  private static boolean hasLinks(List<List<Inline>> cells) {
    return cells.stream().flatMap(List::stream).anyMatch(Tables::isLink);
  }

  private static boolean isLink(Inline inline) {
    return switch (inline) {
      case Inline.Link link -> true;
      case Inline.Image image -> true;
      case Inline.Emphasis(List<Inline> text) -> text.stream().anyMatch(Tables::isLink);
      case Inline.Strong(List<Inline> text) -> text.stream().anyMatch(Tables::isLink);
      case Inline.Strike(List<Inline> text) -> text.stream().anyMatch(Tables::isLink);
      default -> false;
    };
  }
}
