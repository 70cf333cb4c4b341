package io.switchboard.telegram.render;

import io.switchboard.markup.Block;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.markup.PlainText;
import io.switchboard.markup.table.TableText;
import java.util.ArrayList;
import java.util.List;

/**
 * A document as a rich message's HTML (Bot API 10.1 and later): headings, lists, tables and
 * formulas as such. Deeper than the bound, what would go on nesting stands one below the other.
 */
public final class TelegramRich {
  /**
   * Of text, with the sources of formulas. Whether it counts more is not told, so everything counts
   * that a person sees, the ends of lines between blocks and the signs of items too, and in UTF-16
   * units, which are never fewer than characters. So the bound needs no margin.
   */
  private static final int MOST_CHARACTERS = 32_768;

  /**
   * With nested ones, items and rows. Reports differ on whether an item's text counts beside the
   * item; here it does, so the bound needs no margin.
   */
  private static final int MOST_BLOCKS = 500;

  /** About as much room take the sign of an item, a number, or what parts two cells. */
  private static final int SIGN = 4;

  private static final int MOST_COLUMNS = 20;

  /** Below Telegram's 16 levels, with room for a link and its style within. */
  private static final int DEEPEST = 12;

  private final RichWriter out = new RichWriter();
  private int blocks;
  private boolean linked;

  private TelegramRich() {}

  /** Rich HTML; never without any text. */
  public static String html(Document document) {
    TelegramRich rich = new TelegramRich();
    rich.blocks(document.blocks());
    return rich.out.blank() ? inWords(document) : rich.out.html();
  }

  /** Signs that no tag shows without text, such as a lone number, which is how years are told. */
  private static String inWords(Document document) {
    String words = PlainText.of(document).strip();
    TelegramRich rich = new TelegramRich();
    rich.out.text(words);
    return "<p>" + (rich.out.blank() ? "…" : rich.out.html()) + "</p>";
  }

  /**
   * How much of a message the document takes.
   *
   * @return in thousandths of the tightest bound, rounded up; more than 1,000 does not fit
   */
  public static int fullness(Document document) {
    TelegramRich rich = new TelegramRich();
    rich.blocks(document.blocks());
    return Math.max(
        Math.ceilDiv(rich.out.characters() * 1_000, MOST_CHARACTERS),
        Math.ceilDiv(rich.blocks * 1_000, MOST_BLOCKS));
  }

  private void blocks(List<Block> all) {
    all.forEach(this::block);
  }

  private void block(Block block) {
    out.count(blocks++ > 0 ? 1 : 0);
    switch (block) {
      case Block.Paragraph p -> out.in("p", () -> inlines(p.text()));
      case Block.Heading h -> out.in("h" + Math.clamp(h.level(), 1, 6), () -> inlines(h.text()));
      case Block.Code c -> code(c);
      case Block.Formula f -> formula("tg-math-block", f.latex());
      case Block.Quote q -> deeper("blockquote", () -> blocks(q.blocks()));
      case Block.Listing l -> listing(l);
      case Block.Table t -> table(t);
      case Block.Rule r -> out.thing("<hr/>");
      case Block.Fold f -> fold(f);
      case Block.Footnote f -> footnote(f);
    }
  }

  /** A block that holds blocks, or where that is too deep, those blocks alone. */
  private void deeper(String tag, Runnable inside) {
    if (out.depth() >= DEEPEST) {
      inside.run();
    } else {
      out.in(tag, inside);
    }
  }

  private void code(Block.Code code) {
    String language = code.language().replaceAll("[^\\w+#.-].*", "");
    out.raw("<pre>");
    out.raw(language.isEmpty() ? "" : "<code class=\"language-" + language + "\">");
    out.text(code.code().isEmpty() ? " " : code.code());
    out.raw(language.isEmpty() ? "</pre>" : "</code></pre>");
  }

  private void listing(Block.Listing list) {
    if (out.depth() + 2 > DEEPEST) {
      list.items().forEach(item -> blocks(item.blocks()));
      return;
    }
    Integer start = list.start();
    String counted = start == null || start == 1 ? "" : " start=\"" + start + "\"";
    out.in(
        start == null ? "ul" : "ol" + counted,
        () -> {
          for (Block.Item item : list.items()) {
            blocks++;
            out.count(SIGN + out.depth());
            out.in("li", () -> item(item));
          }
        });
  }

  private void item(Block.Item item) {
    if (item.checked() != null) {
      out.raw(item.checked() ? "<input type=\"checkbox\" checked>" : "<input type=\"checkbox\">");
    }
    List<Block> inside = item.blocks();
    if (inside.isEmpty()) {
      out.text(" ");
      return;
    }
    boolean lone = inside.stream().filter(Block.Paragraph.class::isInstance).count() == 1;
    if (lone && inside.getFirst() instanceof Block.Paragraph first) {
      blocks++; // perhaps it counts as one though it has no tag
      inlines(first.text());
      blocks(inside.subList(1, inside.size()));
    } else {
      blocks(inside);
    }
  }

  private void table(Block.Table table) {
    if (table.head().size() > MOST_COLUMNS || out.depth() + 3 > DEEPEST) {
      block(TableText.asFields(table));
      return;
    }
    out.in(
        "table bordered",
        () -> {
          row("th", table.head(), table.columns());
          table.rows().forEach(row -> row("td", row, table.columns()));
        });
  }

  private void row(String tag, List<List<Inline>> cells, List<Block.Align> columns) {
    blocks++;
    out.in(
        "tr",
        () -> {
          for (int i = 0; i < cells.size(); i++) {
            List<Inline> cell = cells.get(i);
            Block.Align align = i < columns.size() ? columns.get(i) : Block.Align.NONE;
            String stands =
                switch (align) {
                  case NONE -> "";
                  case LEFT -> " align=\"left\"";
                  case CENTER -> " align=\"center\"";
                  case RIGHT -> " align=\"right\"";
                };
            out.count(SIGN);
            out.in(tag + stands, () -> inlines(cell));
          }
        });
  }

  private void fold(Block.Fold fold) {
    List<Inline> summary =
        fold.summary().isEmpty() ? List.of(new Inline.Text("…")) : fold.summary();
    if (out.depth() >= DEEPEST) {
      block(new Block.Paragraph(summary));
      blocks(fold.blocks());
      return;
    }
    out.in(
        "details",
        () -> {
          out.in("summary", () -> inlines(summary));
          blocks(fold.blocks());
        });
  }

  private void footnote(Block.Footnote note) {
    List<Block> inside = new ArrayList<>(note.blocks());
    List<Inline> mark = new ArrayList<>(List.of(new Inline.Text("[" + note.label() + "] ")));
    if (!inside.isEmpty() && inside.getFirst() instanceof Block.Paragraph first) {
      mark.addAll(first.text());
      inside.removeFirst();
    }
    out.in("p", () -> inlines(mark));
    blocks(inside);
  }

  private void inlines(List<Inline> all) {
    all.forEach(this::inline);
  }

  private void inline(Inline inline) {
    switch (inline) {
      case Inline.Text t -> out.text(t.text());
      case Inline.Code c -> style("code", () -> out.text(c.code()));
      case Inline.Command c -> style("code", () -> out.text(c.line()));
      case Inline.Channel c -> out.text(ChannelName.of(c));
      case Inline.Emphasis e -> style("i", () -> inlines(e.text()));
      case Inline.Strong s -> style("b", () -> inlines(s.text()));
      case Inline.Strike s -> style("s", () -> inlines(s.text()));
      case Inline.Link l -> link(l.url(), l.text());
      case Inline.Image i ->
          link(
              i.url(),
              i.description().isBlank() ? List.of() : List.of(new Inline.Text(i.description())));
      case Inline.Formula f -> formula("tg-math", f.latex());
      case Inline.Break b -> lineBreak();
      case Inline.SoftBreak b -> lineBreak();
      case Inline.FootnoteMark m -> style("sup", () -> out.text("[" + m.label() + "]"));
      case Inline.Moment m -> moment(m);
    }
  }

  private void lineBreak() {
    out.count(1);
    out.raw("<br>");
  }

  private void style(String tag, Runnable inside) {
    if (out.depth() >= DEEPEST + 2) {
      inside.run();
    } else {
      out.in(tag, inside);
    }
  }

  private void moment(Inline.Moment moment) {
    String format =
        switch (moment.style()) {
          case RELATIVE -> "r";
          case DATE_TIME -> "wDt";
        };
    out.in(
        "tg-time unix=\"" + moment.at().getEpochSecond() + "\" format=\"" + format + "\"",
        () -> out.text(PlainText.of(List.of(moment))));
  }

  private void link(String url, List<Inline> text) {
    List<Inline> shown = text.isEmpty() ? List.of(new Inline.Text(url)) : text;
    if (WebAddress.isPublic(url) && !linked) {
      linked = true;
      style("a href=\"" + TagWriter.attribute(url) + "\"", () -> inlines(shown));
      linked = false;
      return;
    }
    inlines(shown);
    if (!linked && WebAddress.isWeb(url) && !PlainText.of(shown).equals(url)) {
      out.text(" (" + url + ")");
    }
  }

  private void formula(String tag, String latex) {
    String source = LatexSource.of(latex);
    out.count(Math.max(2, source.length()));
    out.thing("<" + tag + ">" + (source.isEmpty() ? "\\," : source) + "</" + tag + ">");
  }
}
