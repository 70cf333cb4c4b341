package io.switchboard.share.way;

import io.switchboard.markup.Block;
import io.switchboard.markup.Cut;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.markup.PlainText;
import java.util.ArrayList;
import java.util.List;

/** What stands in a chat of an answer that is on a page: its title, its first lines, the link. */
public final class Teaser {
  /** A few lines on a phone. */
  private static final int CHARACTERS = 280;

  private Teaser() {}

  /**
   * The first of an answer.
   *
   * @param said the answer, or what there is of it
   * @param title for an answer that does not begin with a heading
   * @param where the link
   */
  public static Document of(Document said, String title, Document where) {
    List<Block> blocks = said.withoutReasoning().blocks();
    Document head = new Document(List.of());
    if (!blocks.isEmpty() && blocks.getFirst() instanceof Block.Heading) {
      head = new Document(blocks.subList(0, 1));
      blocks = blocks.subList(1, blocks.size());
    } else if (!title.isBlank()) {
      head =
          new Document(
              List.of(
                  new Block.Paragraph(
                      List.of(new Inline.Strong(List.of(new Inline.Text(title)))))));
    }
    return head.and(beginning(blocks)).and(where);
  }

  /** Only as many blocks are looked at as are needed: the answer may be long, and grow. */
  private static Document beginning(List<Block> blocks) {
    List<Block> some = new ArrayList<>();
    int length = 0;
    for (Block block : blocks) {
      if (length > CHARACTERS) {
        break;
      }
      some.add(block);
      length += length(new Document(List.of(block)));
    }
    Document said = new Document(some);
    if (length <= CHARACTERS) {
      return said;
    }
    return Cut.into(said, Teaser::length, CHARACTERS).getFirst().and(Document.plain("…"));
  }

  private static int length(Document part) {
    return PlainText.of(part).length();
  }
}
