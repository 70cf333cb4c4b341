package io.switchboard.markup.html;

import io.switchboard.markup.Block;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import java.util.List;
import java.util.Locale;

/** Writes a document as HTML. */
public final class Fragment {
  private final StringBuilder html = new StringBuilder();

  private Fragment() {}

  /** Not sanitised yet, though nothing in it should need it. */
  public static String of(Document document) {
    Fragment fragment = new Fragment();
    document.blocks().forEach(fragment::block);
    return fragment.html.toString();
  }

  private void block(Block block) {
    switch (block) {
      case Block.Paragraph(List<Inline> text) -> running("p", text);
      case Block.Heading(int level, List<Inline> text) -> running("h" + level, text);
      case Block.Code(String language, String code) -> code(language, code);
      case Block.Formula(String latex) -> {
        html.append("<div class=\"math\">");
        escape(latex);
        html.append("</div>\n");
      }
      case Block.Quote(List<Block> blocks) -> {
        html.append("<blockquote>\n");
        blocks.forEach(this::block);
        html.append("</blockquote>\n");
      }
      case Block.Listing listing -> listing(listing);
      case Block.Table table -> table(table);
      case Block.Rule rule -> html.append("<hr />\n");
      case Block.Fold fold -> fold(fold);
      case Block.Footnote(String label, List<Block> blocks) -> {
        html.append("<aside class=\"footnote\"><sup>");
        escape(label);
        html.append("</sup>\n");
        blocks.forEach(this::block);
        html.append("</aside>\n");
      }
    }
  }

  private void running(String tag, List<Inline> text) {
    html.append('<').append(tag).append('>');
    running(text);
    html.append("</").append(tag).append(">\n");
  }

  private void code(String language, String code) {
    html.append("<pre><code");
    String known = language.toLowerCase(Locale.ROOT).replaceAll("[^\\w.+#-]", "");
    if (!known.isEmpty()) {
      html.append(" class=\"language-").append(known, 0, Math.min(40, known.length())).append('"');
    }
    html.append('>');
    escape(code);
    html.append("\n</code></pre>\n");
  }

  private void fold(Block.Fold fold) {
    html.append(fold.reasoning() ? "<details class=\"reasoning\">" : "<details>");
    if (fold.summary().isEmpty()) {
      html.append("<summary>…</summary>\n");
    } else {
      running("summary", fold.summary());
    }
    fold.blocks().forEach(this::block);
    html.append("</details>\n");
  }

  private void listing(Block.Listing listing) {
    Integer start = listing.start();
    if (start == null) {
      html.append("<ul>\n");
    } else if (start == 1) {
      html.append("<ol>\n");
    } else {
      html.append("<ol start=\"").append(start).append("\">\n");
    }
    for (Block.Item item : listing.items()) {
      html.append("<li>");
      Boolean checked = item.checked();
      if (checked != null) {
        html.append("<span class=\"task\">").append(checked ? '☑' : '☐').append("</span> ");
      }
      for (Block block : item.blocks()) {
        if (listing.tight() && block instanceof Block.Paragraph(List<Inline> text)) {
          running(text);
          html.append('\n');
        } else {
          block(block);
        }
      }
      html.append("</li>\n");
    }
    html.append(start == null ? "</ul>\n" : "</ol>\n");
  }

  private void table(Block.Table table) {
    html.append("<table>\n<thead>\n");
    row("th", table.head(), table.columns());
    html.append("</thead>\n<tbody>\n");
    table.rows().forEach(row -> row("td", row, table.columns()));
    html.append("</tbody>\n</table>\n");
  }

  private void row(String tag, List<List<Inline>> cells, List<Block.Align> columns) {
    html.append("<tr>");
    for (int i = 0; i < cells.size(); i++) {
      Block.Align align = i < columns.size() ? columns.get(i) : Block.Align.NONE;
      html.append('<').append(tag);
      if (align != Block.Align.NONE) {
        html.append(" class=\"").append(align.name().toLowerCase(Locale.ROOT)).append('"');
      }
      html.append('>');
      running(cells.get(i));
      html.append("</").append(tag).append('>');
    }
    html.append("</tr>\n");
  }

  private void running(List<Inline> text) {
    for (Inline piece : text) {
      switch (piece) {
        case Inline.Text(String t) -> escape(t);
        case Inline.Code(String code) -> wrapped("<code>", code, "</code>");
        case Inline.Command command -> wrapped("<code>", command.line(), "</code>");
        case Inline.Channel channel -> escape(channel.anywhere());
        case Inline.Emphasis(List<Inline> inner) -> wrapped("em", inner);
        case Inline.Strong(List<Inline> inner) -> wrapped("strong", inner);
        case Inline.Strike(List<Inline> inner) -> wrapped("del", inner);
        case Inline.Link(String url, List<Inline> inner) -> {
          boolean safe = link(url, "");
          running(inner);
          html.append(safe ? "</a>" : "");
        }
        case Inline.Image(String url, String description) -> {
          boolean safe = link(url, " class=\"image\"");
          escape(description.isEmpty() ? url : description);
          html.append(safe ? "</a>" : "");
        }
        case Inline.Formula(String latex) -> wrapped("<span class=\"math\">", latex, "</span>");
        case Inline.Break b -> html.append("<br />\n");
        case Inline.SoftBreak b -> html.append('\n');
        case Inline.FootnoteMark(String label) ->
            wrapped("<sup class=\"footnote\">", label, "</sup>");
        case Inline.Moment(var at, var style) ->
            wrapped("<time datetime=\"" + at + "\">", at.toString(), "</time>");
      }
    }
  }

  private void wrapped(String tag, List<Inline> inner) {
    html.append('<').append(tag).append('>');
    running(inner);
    html.append("</").append(tag).append('>');
  }

  private void wrapped(String before, String text, String after) {
    html.append(before);
    escape(text);
    html.append(after);
  }

  /** Opens a link if the address is one that may be followed. */
  private boolean link(String url, String attributes) {
    String lower = url.strip().toLowerCase(Locale.ROOT);
    boolean safe =
        lower.startsWith("http://") || lower.startsWith("https://") || lower.startsWith("mailto:");
    if (safe) {
      html.append("<a").append(attributes).append(" href=\"");
      escape(url.strip());
      html.append("\">");
    }
    return safe;
  }

  private void escape(String text) {
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      String entity =
          switch (text.charAt(i)) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> "";
          };
      if (!entity.isEmpty()) {
        html.append(text, from, i).append(entity);
        from = i + 1;
      }
    }
    html.append(text, from, text.length());
  }
}
