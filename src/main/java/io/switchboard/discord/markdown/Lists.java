package io.switchboard.discord.markdown;

import io.switchboard.markup.Block;
import java.util.ArrayList;
import java.util.List;

/** Lists, whose numbers are written out so that they go on after a cut. */
final class Lists {
  /** Without anything behind it, an item's sign would be text. */
  private static final char NOTHING = '\u200b';

  private Lists() {}

  static String render(Block.Listing list, Surrounding in) {
    List<String> items = new ArrayList<>();
    Integer start = list.start();
    int number = start == null ? 0 : start;
    for (Block.Item item : list.items()) {
      String mark = start == null ? "- " : mark(number++);
      items.add(item(mark, item, in.single() ? in : Surrounding.LIST));
    }
    return String.join("\n", items);
  }

  /** Discord counts from 1, so that nothing else is a number of a list there. */
  private static String mark(int number) {
    return number + (number > 0 ? ". " : "\\. ");
  }

  private static String item(String mark, Block.Item item, Surrounding in) {
    Boolean checked = item.checked();
    String box = checked == null ? "" : checked ? "☑ " : "☐ ";
    StringBuilder out = new StringBuilder(mark).append(box);
    boolean first = true;
    for (Block block : item.blocks()) {
      String text = Blocks.render(List.of(block), in);
      // Code keeps its margin: Discord would show the indentation as part of it.
      boolean flush =
          in == Surrounding.LIST && (block instanceof Block.Code || block instanceof Block.Formula);
      boolean under = flush || block instanceof Block.Listing;
      String margin = flush ? "" : " ".repeat(mark.length());
      if (first && (under || text.isEmpty())) {
        out.append(NOTHING);
      }
      if (!first || under) {
        out.append('\n').append(margin);
      }
      out.append(indented(text, margin));
      first = false;
    }
    return first ? out.append(NOTHING).toString() : out.toString().stripTrailing();
  }

  private static String indented(String text, String margin) {
    return text.replace("\n", "\n" + margin);
  }
}
