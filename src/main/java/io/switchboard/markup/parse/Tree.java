package io.switchboard.markup.parse;

import io.switchboard.markup.Block;
import io.switchboard.markup.Inline;
import io.switchboard.markup.grammar.FootnoteBlock;
import io.switchboard.markup.grammar.FormulaBlock;
import io.switchboard.markup.grammar.Grammar;
import io.switchboard.markup.grammar.Literal;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.jspecify.annotations.Nullable;

/** Reads Markdown into our blocks. */
public final class Tree {
  /** Markdown within HTML within Markdown; beyond this HTML stays text. */
  private static final int DEEPEST_HTML = 2;

  private final List<Block> footnotes = new ArrayList<>();
  private final int htmlDepth;
  private final boolean unfinished;

  private Tree(int htmlDepth, boolean unfinished) {
    this.htmlDepth = htmlDepth;
    this.unfinished = unfinished;
  }

  /** Reads a whole text; footnotes come last. */
  public static List<Block> read(String markdown) {
    List<Block> blocks = new ArrayList<>();
    List<Block> footnotes = new ArrayList<>();
    for (Reasoning.Part part : Reasoning.split(markdown)) {
      List<Block> read = read(part.text(), 0, false, footnotes);
      if (part.thought()) {
        blocks.add(new Block.Fold(List.of(), read, true));
      } else {
        blocks.addAll(read);
      }
    }
    blocks.addAll(footnotes);
    return blocks;
  }

  /** Reads what was thought or said so far. */
  static List<Block> readUnfinished(Reasoning.Part part, List<Block> footnotes) {
    return read(part.text(), 0, true, footnotes);
  }

  private static List<Block> read(
      String markdown, int htmlDepth, boolean unfinished, List<Block> footnotes) {
    Tree tree = new Tree(htmlDepth, unfinished);
    List<Block> blocks =
        tree.blocks(unfinished ? Grammar.readUnfinished(markdown) : Grammar.read(markdown));
    footnotes.addAll(tree.footnotes);
    return blocks;
  }

  /** Markdown that stood within HTML. */
  List<Block> readWithin(String markdown) {
    return read(markdown, htmlDepth + 1, unfinished, footnotes);
  }

  /** Whether Markdown within HTML may be read here. */
  boolean readsHtml() {
    return htmlDepth < DEEPEST_HTML;
  }

  private List<Block> blocks(Node parent) {
    return blocks(parent.getFirstChild(), null);
  }

  /** From one sibling up to another, which is not taken any more; null for all. */
  private List<Block> blocks(@Nullable Node first, @Nullable Node end) {
    Folds blocks = new Folds(this);
    for (Node n = first; n != null && !n.equals(end); n = n.getNext()) {
      add(n, blocks);
    }
    return blocks.closed();
  }

  /** Blocks outside of all others, of an unfinished text without footnotes. */
  static List<Block> outermost(@Nullable Node first, @Nullable Node end) {
    return new Tree(0, true).blocks(first, end);
  }

  private void add(Node node, Folds to) {
    switch (node) {
      case Paragraph p -> to.add(new Block.Paragraph(Running.of(p)));
      case Heading h -> to.add(new Block.Heading(h.getLevel(), Running.of(h)));
      case FencedCodeBlock c -> to.add(code(c.getInfo(), c.getLiteral()));
      case IndentedCodeBlock c -> to.add(code("", c.getLiteral()));
      case FormulaBlock.Node f -> formula(f, to);
      case BlockQuote q -> to.add(new Block.Quote(blocks(q)));
      case ListBlock l -> to.add(listing(l));
      case TableBlock t -> to.add(Grid.of(t));
      case ThematicBreak r -> to.add(new Block.Rule());
      case FootnoteBlock.Node f ->
          footnotes.add(new Block.Footnote(Literal.of(f.label()), blocks(f)));
      case HtmlBlock html -> to.html(Literal.of(html.getLiteral()));
      case LinkReferenceDefinition d -> {}
      default -> {
        for (Node n = node.getFirstChild(); n != null; n = n.getNext()) {
          add(n, to);
        }
      }
    }
  }

  private static Block code(@Nullable String marked, String literalMarked) {
    String info = marked == null ? null : Literal.of(marked);
    String literal = Literal.of(literalMarked);
    String language = info == null ? "" : info.strip().split("\\s", 2)[0];
    String code = literal.endsWith("\n") ? literal.substring(0, literal.length() - 1) : literal;
    return language.equalsIgnoreCase("math")
        ? new Block.Formula(code.strip())
        : new Block.Code(language, code);
  }

  private void formula(FormulaBlock.Node formula, Folds to) {
    String latex = Literal.of(formula.latex()).strip();
    if (latex.isEmpty()) {
      String signs = formula.signs();
      to.add(new Block.Paragraph(List.of(new Inline.Text(signs))));
    } else {
      to.add(new Block.Formula(latex));
    }
    if (!formula.behind().isEmpty()) {
      to.add(new Block.Paragraph(List.of(new Inline.Text(Literal.of(formula.behind())))));
    }
  }

  private Block listing(ListBlock list) {
    List<Block.Item> items = new ArrayList<>();
    for (Node n = list.getFirstChild(); n != null; n = n.getNext()) {
      items.add(item(blocks(n)));
    }
    Integer start =
        switch (list) {
          case OrderedList ordered -> ordered.getMarkerStartNumber();
          case BulletList bullets -> null;
          default -> null;
        };
    return new Block.Listing(start, list.isTight(), items);
  }

  private static boolean isTask(String text) {
    return text.length() >= 4
        && text.charAt(0) == '['
        && " xX".indexOf(text.charAt(1)) >= 0
        && text.charAt(2) == ']'
        && Character.isWhitespace(text.charAt(3));
  }

  private static Block.Item item(List<Block> blocks) {
    if (blocks.isEmpty()
        || !(blocks.getFirst() instanceof Block.Paragraph(List<Inline> text))
        || text.isEmpty()
        || !(text.getFirst() instanceof Inline.Text(String first))
        || !isTask(first)) {
      return new Block.Item(null, blocks);
    }
    List<Inline> rest = new ArrayList<>(text);
    rest.set(0, new Inline.Text(first.substring(4)));
    if (first.length() == 4) {
      rest.removeFirst();
    }
    List<Block> all = new ArrayList<>(blocks);
    all.set(0, new Block.Paragraph(rest));
    return new Block.Item(first.charAt(1) != ' ', all);
  }
}
