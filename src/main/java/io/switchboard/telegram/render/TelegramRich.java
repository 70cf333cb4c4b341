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
  /** Below Telegram's 32,768 characters of text. */
  private static final int MOST_CHARACTERS = 32_000;

  /** Below Telegram's 500: reports differ on whether an item's text counts beside the item. */
  private static final int MOST_BLOCKS = 450;

  private static final int MOST_COLUMNS = 20;

  /** Below Telegram's 16 levels, with room for a link and its style within. */
  private static final int DEEPEST = 12;

  private final StringBuilder html = new StringBuilder();
  private int characters;
  private boolean blank = true;
  private int blocks;
  private int depth;
  private boolean linked;

  private TelegramRich() {}

  /** Rich HTML; never without any text. */
  public static String html(Document document) {
    TelegramRich rich = new TelegramRich();
    rich.blocks(document.blocks());
    return rich.blank ? inWords(document) : rich.html.toString();
  }

  /** Signs that no tag shows without text, such as a lone number, which is how years are told. */
  private static String inWords(Document document) {
    String words = PlainText.of(document).strip();
    TelegramRich rich = new TelegramRich();
    rich.text(words);
    return "<p>" + (rich.blank ? "…" : rich.html) + "</p>";
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
        Math.ceilDiv(rich.characters * 100, MOST_CHARACTERS / 10),
        Math.ceilDiv(rich.blocks * 1_000, MOST_BLOCKS));
  }

  private void blocks(List<Block> all) {
    all.forEach(this::block);
  }

  private void block(Block block) {
    blocks++;
    switch (block) {
      case Block.Paragraph p -> in("p", () -> inlines(p.text()));
      case Block.Heading h -> in("h" + Math.clamp(h.level(), 1, 6), () -> inlines(h.text()));
      case Block.Code c -> code(c);
      case Block.Formula f -> formula("tg-math-block", f.latex());
      case Block.Quote q -> deeper("blockquote", () -> blocks(q.blocks()));
      case Block.Listing l -> listing(l);
      case Block.Table t -> table(t);
      case Block.Rule r -> {
        blank = false;
        html.append("<hr/>");
      }
      case Block.Fold f -> fold(f);
      case Block.Footnote f -> footnote(f);
    }
  }

  /** A block that holds blocks, or where that is too deep, those blocks alone. */
  private void deeper(String tag, Runnable inside) {
    if (depth >= DEEPEST) {
      inside.run();
    } else {
      in(tag, inside);
    }
  }

  private void in(String tag, Runnable inside) {
    depth++;
    html.append('<').append(tag).append('>');
    inside.run();
    int space = tag.indexOf(' ');
    html.append("</").append(space < 0 ? tag : tag.substring(0, space)).append('>');
    depth--;
  }

  private void code(Block.Code code) {
    String language = code.language().replaceAll("[^\\w+#.-].*", "");
    html.append("<pre>");
    html.append(language.isEmpty() ? "" : "<code class=\"language-" + language + "\">");
    text(code.code().isEmpty() ? " " : code.code());
    html.append(language.isEmpty() ? "</pre>" : "</code></pre>");
  }

  private void listing(Block.Listing list) {
    if (depth + 2 > DEEPEST) {
      list.items().forEach(item -> blocks(item.blocks()));
      return;
    }
    Integer start = list.start();
    String counted = start == null || start == 1 ? "" : " start=\"" + start + "\"";
    in(
        start == null ? "ul" : "ol" + counted,
        () -> {
          for (Block.Item item : list.items()) {
            blocks++;
            in("li", () -> item(item));
          }
        });
  }

  private void item(Block.Item item) {
    if (item.checked() != null) {
      html.append(
          item.checked() ? "<input type=\"checkbox\" checked>" : "<input type=\"checkbox\">");
    }
    List<Block> inside = item.blocks();
    if (inside.isEmpty()) {
      text(" ");
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
    if (table.head().size() > MOST_COLUMNS || depth + 3 > DEEPEST) {
      block(TableText.asFields(table));
      return;
    }
    in(
        "table bordered",
        () -> {
          row("th", table.head(), table.columns());
          table.rows().forEach(row -> row("td", row, table.columns()));
        });
  }

  private void row(String tag, List<List<Inline>> cells, List<Block.Align> columns) {
    blocks++;
    in(
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
            in(tag + stands, () -> inlines(cell));
          }
        });
  }

  private void fold(Block.Fold fold) {
    List<Inline> summary =
        fold.summary().isEmpty() ? List.of(new Inline.Text("…")) : fold.summary();
    if (depth >= DEEPEST) {
      block(new Block.Paragraph(summary));
      blocks(fold.blocks());
      return;
    }
    in(
        "details",
        () -> {
          in("summary", () -> inlines(summary));
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
    in("p", () -> inlines(mark));
    blocks(inside);
  }

  private void inlines(List<Inline> all) {
    all.forEach(this::inline);
  }

  private void inline(Inline inline) {
    switch (inline) {
      case Inline.Text t -> text(t.text());
      case Inline.Code c -> style("code", () -> text(c.code()));
      case Inline.Emphasis e -> style("i", () -> inlines(e.text()));
      case Inline.Strong s -> style("b", () -> inlines(s.text()));
      case Inline.Strike s -> style("s", () -> inlines(s.text()));
      case Inline.Link l -> link(l.url(), l.text());
      case Inline.Image i ->
          link(
              i.url(),
              i.description().isBlank() ? List.of() : List.of(new Inline.Text(i.description())));
      case Inline.Formula f -> formula("tg-math", f.latex());
      case Inline.Break b -> html.append("<br>");
      case Inline.SoftBreak b -> html.append("<br>");
      case Inline.FootnoteMark m -> style("sup", () -> text("[" + m.label() + "]"));
      case Inline.Moment m -> moment(m);
    }
  }

  private void style(String tag, Runnable inside) {
    if (depth >= DEEPEST + 2) {
      inside.run();
    } else {
      in(tag, inside);
    }
  }

  private void moment(Inline.Moment moment) {
    String format =
        switch (moment.style()) {
          case RELATIVE -> "r";
          case DATE_TIME -> "wDt";
        };
    in(
        "tg-time unix=\"" + moment.at().getEpochSecond() + "\" format=\"" + format + "\"",
        () -> text(PlainText.of(List.of(moment))));
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
      text(" (" + url + ")");
    }
  }

  private void formula(String tag, String latex) {
    String source = LatexSource.of(latex);
    blank = false;
    characters += Math.max(1, source.codePointCount(0, source.length()));
    html.append('<').append(tag).append('>').append(source.isEmpty() ? "\\," : source);
    html.append("</").append(tag).append('>');
  }

  private void text(String text) {
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      if (point < ' ' && point != '\n' && point != '\t') {
        continue;
      }
      characters++;
      blank &= Character.isWhitespace(point) || Character.isSpaceChar(point);
      switch (point) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        default -> html.appendCodePoint(point);
      }
    }
  }
}
