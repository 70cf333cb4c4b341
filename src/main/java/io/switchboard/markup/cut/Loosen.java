package io.switchboard.markup.cut;

import io.switchboard.markup.Block;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.markup.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Makes text of what would be repeated in every part and alone fills one: a table's head, a fold's
 * summary, a link's address.
 */
final class Loosen {
  private final ToIntFunction<Document> size;
  private final int bound;

  Loosen(ToIntFunction<Document> size, int bound) {
    this.size = size;
    this.bound = bound;
  }

  Document apply(Document document) {
    return new Document(blocks(document.blocks()));
  }

  private List<Block> blocks(List<Block> blocks) {
    List<Block> loose = new ArrayList<>();
    for (Block block : blocks) {
      switch (block) {
        case Block.Paragraph(List<Inline> text) -> loose.add(new Block.Paragraph(running(text)));
        case Block.Heading(int level, List<Inline> text) ->
            loose.add(new Block.Heading(level, running(text)));
        case Block.Quote(List<Block> inner) -> loose.add(new Block.Quote(blocks(inner)));
        case Block.Listing(var start, boolean tight, var items) ->
            loose.add(
                new Block.Listing(
                    start,
                    tight,
                    items.stream()
                        .map(i -> new Block.Item(i.checked(), blocks(i.blocks())))
                        .toList()));
        case Block.Table table -> loose.addAll(table(table));
        case Block.Fold fold -> loose.addAll(fold(fold));
        case Block.Footnote(String label, List<Block> inner) ->
            loose.add(new Block.Footnote(label, blocks(inner)));
        case Block.Code code -> loose.add(code);
        case Block.Formula formula -> loose.add(formula);
        case Block.Rule rule -> loose.add(rule);
      }
    }
    return loose;
  }

  private List<Block> table(Block.Table table) {
    String head = table.head().stream().map(PlainText::of).reduce("", String::concat);
    Block headOnly = new Block.Table(table.columns(), table.head(), List.of());
    if (!mayFill(head) || !fills(headOnly)) {
      var rows = table.rows().stream().map(row -> row.stream().map(this::running).toList());
      return List.of(new Block.Table(table.columns(), table.head(), rows.toList()));
    }
    List<Block> lines = new ArrayList<>();
    lines.add(line(table.head()));
    table.rows().forEach(row -> lines.add(line(row)));
    return lines;
  }

  private Block line(List<List<Inline>> cells) {
    List<Inline> line = new ArrayList<>();
    for (List<Inline> cell : cells) {
      if (!line.isEmpty()) {
        line.add(new Inline.Text(" | "));
      }
      line.addAll(running(cell));
    }
    return new Block.Paragraph(line);
  }

  private List<Block> fold(Block.Fold fold) {
    List<Block> inner = blocks(fold.blocks());
    if (!mayFill(PlainText.of(fold.summary()))
        || !fills(new Block.Fold(fold.summary(), List.of(), fold.reasoning()))) {
      return List.of(new Block.Fold(fold.summary(), inner, fold.reasoning()));
    }
    List<Block> open = new ArrayList<>();
    open.add(new Block.Paragraph(running(fold.summary())));
    open.addAll(inner);
    return open;
  }

  private List<Inline> running(List<Inline> text) {
    List<Inline> loose = new ArrayList<>();
    for (Inline piece : text) {
      switch (piece) {
        case Inline.Link(String url, var shown) when mayFill(url) && fills(piece) -> {
          loose.addAll(running(shown));
          loose.add(new Inline.Text((shown.isEmpty() ? "" : " ") + "(" + url + ")"));
        }
        case Inline.Image(String url, String description)
            when mayFill(url + description) && fills(piece) ->
            loose.add(new Inline.Text(description + " (" + url + ")"));
        case Inline.Emphasis(var inner) -> loose.add(new Inline.Emphasis(running(inner)));
        case Inline.Strong(var inner) -> loose.add(new Inline.Strong(running(inner)));
        case Inline.Strike(var inner) -> loose.add(new Inline.Strike(running(inner)));
        default -> loose.add(piece);
      }
    }
    return loose;
  }

  private boolean mayFill(String text) {
    return text.length() > bound / 8;
  }

  /** Half a part is too much to repeat in each. */
  private boolean fills(Block repeated) {
    return size.applyAsInt(new Document(List.of(repeated))) > bound / 2;
  }

  private boolean fills(Inline repeated) {
    Inline least =
        repeated instanceof Inline.Link(String url, var shown)
            ? new Inline.Link(url, List.of(new Inline.Text("x")))
            : repeated;
    return fills(new Block.Paragraph(List.of(least)));
  }
}
