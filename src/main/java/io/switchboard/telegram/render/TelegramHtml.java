package io.switchboard.telegram.render;

import io.switchboard.markup.Block;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import java.util.List;

/** A document in {@code parse_mode=HTML}, which knows neither headings, lists nor tables. */
public final class TelegramHtml {
  /** The most characters of a message, after parsing, in UTF-16 units. */
  public static final int LONGEST = 4096;

  private static final List<String> BULLETS = List.of("• ", "◦ ", "▪ ");

  private final TagWriter out = new TagWriter();
  private int lists;
  private boolean quoted;

  private TelegramHtml() {}

  /**
   * What is sent.
   *
   * @param html with tags
   * @param length of what is visible, in UTF-16 units
   */
  public record Rendered(String html, int length) {}

  /** Renders; never to nothing. */
  public static Rendered of(Document document) {
    TelegramHtml renderer = new TelegramHtml();
    renderer.blocks(document.blocks(), false);
    return renderer.out.html().isBlank()
        ? new Rendered("…", 1)
        : new Rendered(renderer.out.html(), renderer.out.visible());
  }

  private void blocks(List<Block> blocks, boolean tight) {
    Block before = null;
    for (Block block : blocks) {
      if (before != null) {
        separate(before, block, tight);
      }
      block(block);
      before = block;
    }
  }

  private void separate(Block before, Block next, boolean tight) {
    out.line();
    boolean close =
        tight || before instanceof Block.Heading || standsAlone(before) || standsAlone(next);
    if (!close) {
      out.line();
    }
  }

  /** Whether clients set it apart by themselves. */
  private boolean standsAlone(Block block) {
    return block instanceof Block.Code
        || (!quoted && (block instanceof Block.Quote || block instanceof Block.Fold));
  }

  private void block(Block block) {
    switch (block) {
      case Block.Paragraph p -> inlines(p.text());
      case Block.Heading h -> out.style("b", () -> inlines(h.text()));
      case Block.Code c -> code(c);
      case Block.Formula f -> out.code(f.latex());
      case Block.Quote q -> quote(q.blocks(), "<blockquote>");
      case Block.Listing l -> listing(l);
      case Block.Table t -> table(t);
      case Block.Rule r -> out.text("――――――――");
      case Block.Fold f -> fold(f);
      case Block.Footnote f -> {
        out.text("[" + f.label() + "] ");
        blocks(f.blocks(), true);
      }
    }
  }

  private void code(Block.Code code) {
    String language = code.language().replaceAll("[^\\w+#.-].*", "");
    freshLine();
    out.block(
        language.isEmpty() ? "<pre>" : "<pre><code class=\"language-" + language + "\">",
        language.isEmpty() ? "</pre>" : "</code></pre>",
        () -> out.verbatim(code.code()));
  }

  private void freshLine() {
    if (!out.lineBegins()) {
      out.line();
    }
  }

  private void quote(List<Block> inside, String open) {
    if (quoted) {
      out.indent("> ");
      blocks(inside, true);
      out.outdent();
      return;
    }
    freshLine();
    quoted = true;
    out.block(open, "</blockquote>", () -> blocks(inside, false));
    quoted = false;
  }

  private void fold(Block.Fold fold) {
    Block summary = new Block.Heading(6, fold.summary());
    List<Block> all =
        fold.summary().isEmpty()
            ? fold.blocks()
            : java.util.stream.Stream.concat(
                    java.util.stream.Stream.of(summary), fold.blocks().stream())
                .toList();
    quote(all, "<blockquote expandable>");
  }

  private void listing(Block.Listing list) {
    freshLineInItem();
    String bullet = BULLETS.get(Math.min(lists, BULLETS.size() - 1));
    int number = list.start() == null ? 0 : list.start();
    lists++;
    boolean first = true;
    for (Block.Item item : list.items()) {
      if (!first) {
        out.line();
        if (!list.tight()) {
          out.line();
        }
      }
      first = false;
      String sign = list.start() == null ? bullet : number + ". ";
      if (item.checked() != null) {
        sign = item.checked() ? "☑ " : "☐ ";
      }
      number++;
      out.text(sign);
      out.indent(list.start() == null ? "  " : "   ");
      blocks(item.blocks(), list.tight());
      out.outdent();
    }
    lists--;
  }

  /** A list that is the first thing of an item begins on a line of its own. */
  private void freshLineInItem() {
    if (lists > 0) {
      freshLine();
    }
  }

  private void table(Block.Table table) {
    List<String> lines = TableLines.of(table);
    if (!lines.isEmpty()) {
      code(new Block.Code("", String.join("\n", lines)));
      return;
    }
    freshLineInItem();
    boolean first = true;
    for (List<List<Inline>> row : table.rows()) {
      if (!first) {
        out.line();
        out.line();
      }
      first = false;
      for (int i = 0; i < row.size(); i++) {
        List<Inline> cell = row.get(i);
        if (i == 0) {
          out.style("b", () -> inlines(cell));
        } else {
          out.line();
          out.text(Flat.of(table.head().get(i)) + ": ");
          inlines(cell);
        }
      }
    }
  }

  private void inlines(List<Inline> text) {
    text.forEach(this::inline);
  }

  private void inline(Inline inline) {
    switch (inline) {
      case Inline.Text t -> out.text(t.text());
      case Inline.Code c -> out.code(c.code());
      case Inline.Emphasis e -> out.style("i", () -> inlines(e.text()));
      case Inline.Strong s -> out.style("b", () -> inlines(s.text()));
      case Inline.Strike s -> out.style("s", () -> inlines(s.text()));
      case Inline.Link l -> link(l.url(), l.text());
      case Inline.Image i ->
          link(
              i.url(),
              i.description().isBlank() ? List.of() : List.of(new Inline.Text(i.description())));
      case Inline.Formula f -> out.code(f.latex());
      case Inline.Break b -> out.line();
      case Inline.SoftBreak b -> out.line();
      case Inline.FootnoteMark m -> out.text("[" + m.label() + "]");
      case Inline.Moment m -> out.text(Flat.time(m));
    }
  }

  private void link(String url, List<Inline> text) {
    List<Inline> shown = text.isEmpty() ? List.of(new Inline.Text(url)) : text;
    if (WebAddress.isPublic(url)) {
      out.link(url, () -> inlines(shown));
      return;
    }
    inlines(shown);
    if (WebAddress.isWeb(url) && !Flat.of(shown).equals(url)) {
      out.text(" (" + url + ")"); // Telegram would lose the link and say nothing
    }
  }
}
