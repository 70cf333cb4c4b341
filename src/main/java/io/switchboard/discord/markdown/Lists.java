package io.switchboard.discord.markdown;

import io.switchboard.markup.Block;
import java.util.ArrayList;
import java.util.List;

/** Lists, whose numbers are written out so that they go on after a cut. */
final class Lists {
  private Lists() {}

  static String render(Block.Listing list) {
    List<String> items = new ArrayList<>();
    Integer start = list.start();
    int number = start == null ? 0 : start;
    for (Block.Item item : list.items()) {
      String mark = start == null ? "- " : number++ + ". ";
      items.add(item(mark, item));
    }
    return String.join("\n", items);
  }

  private static String item(String mark, Block.Item item) {
    Boolean checked = item.checked();
    String box = checked == null ? "" : checked ? "☑ " : "☐ ";
    StringBuilder out = new StringBuilder(mark).append(box);
    boolean first = true;
    for (Block block : item.blocks()) {
      String text = Blocks.render(List.of(block), Surrounding.LIST);
      // Code keeps its margin: Discord would show the indentation as part of it.
      boolean flush = block instanceof Block.Code || block instanceof Block.Formula;
      if (first && !flush && !(block instanceof Block.Listing)) {
        out.append(indented(text, " ".repeat(mark.length())));
      } else if (flush) {
        out.append('\n').append(text);
      } else {
        String margin = " ".repeat(mark.length());
        out.append('\n').append(margin).append(indented(text, margin));
      }
      first = false;
    }
    return out.toString().stripTrailing();
  }

  private static String indented(String text, String margin) {
    return text.replace("\n", "\n" + margin);
  }
}
