package io.switchboard.telegram.render;

import io.switchboard.markup.Block;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.markup.Inline.Moment.Style;
import io.switchboard.markup.PlainText;
import io.switchboard.markup.table.TableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A document in {@code parse_mode=HTML}, which knows neither headings, lists nor tables. */
public final class TelegramHtml {
  /** The most characters of a message, after parsing, in UTF-16 units. */
  public static final int LONGEST = 4096;

  /**
   * Of so many formatted stretches Telegram shows the format, and of those behind them the text.
   */
  private static final int MOST_FORMATS = 100;

  /** As many narrow letters fit a line on a small phone, more or less. */
  private static final int WIDEST_TABLE = 42;

  private static final List<String> BULLETS = List.of("• ", "◦ ", "▪ ");

  private final boolean times;
  private final TagWriter out = new TagWriter();
  private int lists;
  private boolean quoted;

  private TelegramHtml(boolean times) {
    this.times = times;
  }

  /**
   * What is sent.
   *
   * @param html with tags
   * @param length of what is visible, in UTF-16 units
   * @param formats stretches with a format of their own
   */
  public record Rendered(String html, int length, int formats) {
    /** Whether Telegram shows all of it as it is written. */
    public boolean fits() {
      return fullness() <= LONGEST;
    }

    /** How much of a message it takes, of {@link #LONGEST}. */
    public int fullness() {
      return Math.max(length, (formats * LONGEST + MOST_FORMATS - 1) / MOST_FORMATS);
    }
  }

  /** Renders, with times as such; never to nothing. */
  public static Rendered of(Document document) {
    return of(document, true);
  }

  /**
   * Renders; never to nothing.
   *
   * @param times whether the server knows times, as it does since Bot API 9.5; else they are text
   */
  public static Rendered of(Document document, boolean times) {
    TelegramHtml renderer = new TelegramHtml(times);
    renderer.blocks(document.blocks(), false);
    return renderer.out.blank()
        ? new Rendered("…", 1, 0)
        : new Rendered(renderer.out.html(), renderer.out.visible(), renderer.out.formats());
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
      case Block.Formula f -> formula(f.latex());
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
    List<Block> all = new ArrayList<>(fold.blocks());
    if (!fold.summary().isEmpty()) {
      all.addFirst(summary);
    }
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
        sign = (list.start() == null ? "" : sign) + (item.checked() ? "☑ " : "☐ ");
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

  private void table(Block.Table written) {
    Block.Table table = FormulaWords.in(written);
    Optional<String> lines = TableText.of(table, WIDEST_TABLE);
    if (lines.isPresent()) {
      code(new Block.Code("", lines.get()));
    } else {
      block(TableText.asFields(table));
    }
  }

  private void inlines(List<Inline> text) {
    text.forEach(this::inline);
  }

  private void inline(Inline inline) {
    switch (inline) {
      case Inline.Text t -> out.text(t.text());
      case Inline.Code c -> out.code(c.code());
      case Inline.Command c -> out.code(c.line());
      case Inline.Channel c -> out.text(ChannelName.of(c));
      case Inline.Emphasis e -> out.style("i", () -> inlines(e.text()));
      case Inline.Strong s -> out.style("b", () -> inlines(s.text()));
      case Inline.Strike s -> out.style("s", () -> inlines(s.text()));
      case Inline.Link l -> link(l.url(), l.text());
      case Inline.Image i ->
          link(
              i.url(),
              i.description().isBlank() ? List.of() : List.of(new Inline.Text(i.description())));
      case Inline.Formula f -> formula(f.latex());
      case Inline.Break b -> out.line();
      case Inline.SoftBreak b -> out.line();
      case Inline.FootnoteMark m -> out.text("[" + m.label() + "]");
      case Inline.Moment m -> moment(m);
    }
  }

  private void formula(String latex) {
    FormulaWords.of(latex).ifPresentOrElse(out::text, () -> out.code(latex));
  }

  private void moment(Inline.Moment moment) {
    String shown = PlainText.of(List.of(moment));
    if (times && !out.linked()) {
      out.time(moment.at().getEpochSecond(), moment.style() == Style.RELATIVE ? "r" : "wDt", shown);
    } else {
      out.text(shown);
    }
  }

  private void link(String url, List<Inline> text) {
    List<Inline> shown = text.isEmpty() ? List.of(new Inline.Text(url)) : text;
    if (WebAddress.isPublic(url)) {
      out.link(url, () -> inlines(shown));
      return;
    }
    inlines(shown);
    if (WebAddress.isWeb(url) && !PlainText.of(shown).equals(url)) {
      out.text(" (" + url + ")"); // Telegram would lose the link and say nothing
    }
  }
}
