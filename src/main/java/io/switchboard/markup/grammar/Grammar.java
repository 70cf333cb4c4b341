package io.switchboard.markup.grammar;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Which Markdown is read, and how deep. */
public final class Grammar {
  /** A list takes two. More than anybody reads, and little enough for recursion everywhere. */
  private static final int DEEPEST_BLOCKS = 32;

  private static final int DEEPEST_INLINES = 24;

  /** A table head of thousands of columns would fill up every row with as many empty cells. */
  private static final int MOST_CELLS = 50_000;

  private static final int MOST_PICTURES = 1_000;

  private static final List<Extension> EXTENSIONS =
      List.of(
          TablesExtension.builder().maxCells(MOST_CELLS).build(), StrikethroughExtension.create());

  private static final List<Extension> WITHOUT_TABLES = List.of(StrikethroughExtension.create());

  private Grammar() {}

  /** Reads a text into the library's tree, in which our own nodes stand too. */
  public static Node read(String markdown) {
    return read(markdown, false);
  }

  /** Reads a text whose rest is still to come: there are footnotes to all marks. */
  public static Node readUnfinished(String markdown) {
    return read(markdown, true);
  }

  private static Node read(String markdown, boolean unfinished) {
    String text = EastAsian.marked(withFewPictures(markdown));
    try {
      return parser(EXTENSIONS, text, unfinished).parse(text);
    } catch (IllegalArgumentException tooManyCells) {
      return parser(WITHOUT_TABLES, text, unfinished).parse(text);
    }
  }

  /** Beginnings of pictures within each other take the library quadratic time. */
  private static String withFewPictures(String markdown) {
    int count = 0;
    for (int at = markdown.indexOf("!["); at >= 0; at = markdown.indexOf("![", at + 2)) {
      count++;
    }
    return count <= MOST_PICTURES ? markdown : markdown.replace("![", "!&#91;");
  }

  /** One for each text, because a formula's beginning looks ahead for its end. */
  private static Parser parser(List<Extension> extensions, String markdown, boolean unfinished) {
    return Parser.builder()
        .extensions(extensions)
        .customBlockParserFactory(new FormulaBlock.Start(markdown))
        .customBlockParserFactory(new FootnoteBlock.Start())
        .linkProcessor(new FootnoteBlock.Marks(unfinished))
        .linkProcessor(new References(markdown.length()))
        .customInlineContentParserFactory(new FormulaInline.Start())
        .customInlineContentParserFactory(new LoneTilde.Start())
        .customInlineContentParserFactory(new NumberedCharacter.Start())
        .includeSourceSpans(IncludeSourceSpans.BLOCKS)
        .maxOpenBlockParsers(DEEPEST_BLOCKS)
        .maxInlineNesting(DEEPEST_INLINES)
        .build();
  }
}
