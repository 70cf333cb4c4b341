package io.switchboard.telegram.render;

import io.switchboard.markup.Block;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;

/**
 * What a document gains as a rich message. A text without any stays a plain message: that is the
 * lighter one, and in it commands and addresses can be touched.
 */
public final class Structure {
  private Structure() {}

  /** Whether the document has something that plain messages cannot show as it is. */
  public static boolean in(Document document) {
    return document.blocks().stream().anyMatch(Structure::gains);
  }

  private static boolean gains(Block block) {
    return switch (block) {
      case Block.Paragraph p -> p.text().stream().anyMatch(Structure::formula);
      case Block.Code c -> false;
      case Block.Quote q -> q.blocks().stream().anyMatch(b -> !(b instanceof Block.Paragraph));
      case Block.Heading h -> true;
      case Block.Formula f -> true;
      case Block.Listing l ->
          l.items().stream()
              .anyMatch(
                  i ->
                      i.checked() != null
                          || i.blocks().size() > 1
                          || i.blocks().stream().anyMatch(Structure::gains));
      case Block.Table t -> true;
      case Block.Rule r -> true;
      case Block.Fold f -> true;
      case Block.Footnote f -> true;
    };
  }

  private static boolean formula(Inline inline) {
    return switch (inline) {
      case Inline.Formula f -> true;
      case Inline.Emphasis e -> e.text().stream().anyMatch(Structure::formula);
      case Inline.Strong s -> s.text().stream().anyMatch(Structure::formula);
      case Inline.Strike s -> s.text().stream().anyMatch(Structure::formula);
      case Inline.Link l -> l.text().stream().anyMatch(Structure::formula);
      default -> false;
    };
  }
}
