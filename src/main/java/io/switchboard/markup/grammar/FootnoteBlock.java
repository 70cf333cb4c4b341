package io.switchboard.markup.grammar;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.DefinitionMap;
import org.commonmark.node.Text;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * A footnote: {@code [^label]: text}, which goes on where lines are indented by four; and its marks
 * {@code [^label]}, which are text as long as there is no such footnote.
 */
public final class FootnoteBlock extends AbstractBlockParser {
  private static final int INDENT = 4;
  private static final Pattern LABEL = Pattern.compile("[^\\s\\[\\]]{1,99}");
  private static final Pattern BEGINNING = Pattern.compile("\\[\\^(" + LABEL + ")]:[ \\t]*");

  /** What the tree is told of the footnote. */
  public static final class Node extends CustomBlock {
    private final String label;

    Node(String label) {
      this.label = label;
    }

    /** What stands behind the circumflex. */
    public String label() {
      return label;
    }
  }

  /** What the tree is told of a mark. */
  public static final class Mark extends CustomNode {
    private final String label;

    Mark(String label) {
      this.label = label;
    }

    /** The footnote's label. */
    public String label() {
      return label;
    }
  }

  private final Node node;

  private FootnoteBlock(String label) {
    this.node = new Node(label);
  }

  @Override
  public Block getBlock() {
    return node;
  }

  @Override
  public boolean isContainer() {
    return true;
  }

  @Override
  public boolean canContain(Block child) {
    return true;
  }

  @Override
  public BlockContinue tryContinue(ParserState state) {
    if (state.isBlank()) {
      return BlockContinue.atIndex(state.getNextNonSpaceIndex());
    }
    return state.getIndent() >= INDENT
        ? BlockContinue.atColumn(state.getColumn() + INDENT)
        : BlockContinue.none();
  }

  @Override
  public List<DefinitionMap<?>> getDefinitions() {
    DefinitionMap<Node> own = new DefinitionMap<>(Node.class);
    own.putIfAbsent(node.label, node);
    return List.of(own);
  }

  /** Sees whether one begins. */
  static final class Start extends AbstractBlockParserFactory {
    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      CharSequence line = state.getLine().getContent();
      int at = state.getNextNonSpaceIndex();
      if (state.getIndent() >= INDENT || at >= line.length() || line.charAt(at) != '[') {
        return BlockStart.none();
      }
      Matcher beginning = BEGINNING.matcher(line).region(at, line.length());
      return beginning.lookingAt()
          ? BlockStart.of(new FootnoteBlock(beginning.group(1))).atIndex(beginning.end())
          : BlockStart.none();
    }
  }

  /** Finds the marks. */
  static final class Marks implements LinkProcessor {
    private final boolean allHaveFootnotes;

    Marks(boolean allHaveFootnotes) {
      this.allHaveFootnotes = allHaveFootnotes;
    }

    @Override
    public LinkResult process(LinkInfo link, Scanner scanner, InlineParserContext context) {
      // Asked for every pair of brackets, so look at one character before reading all.
      if (link.destination() != null
          || !(link.openingBracket().getNext() instanceof Text text)
          || !text.getLiteral().startsWith("^")) {
        return LinkResult.none();
      }
      String label = link.text(scanner).substring(1);
      Node footnote = context.getDefinition(Node.class, label);
      if (footnote != null) {
        return LinkResult.replaceWith(new Mark(footnote.label), link.afterTextBracket());
      }
      return allHaveFootnotes && LABEL.matcher(label).matches()
          ? LinkResult.replaceWith(new Mark(label), link.afterTextBracket())
          : LinkResult.none();
    }
  }
}
