package io.switchboard.markup.grammar;

import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * A formula on its own lines between {@code $$} and {@code $$} or {@code \[} and {@code \]}. With
 * the opening alone on its line it is like a fence: open until closed or the text ends, which is
 * how it looks while streaming. With text behind the opening it must be closed before a blank line,
 * or it was no formula.
 */
public final class FormulaBlock extends AbstractBlockParser {
  /** What the tree is told. */
  public static final class Node extends CustomBlock {
    final StringBuilder latex = new StringBuilder();
    private final String opening;

    private String behind = "";

    private boolean closed;

    Node(String opening) {
      this.opening = opening;
    }

    /** What stands between the signs. */
    public String latex() {
      return latex.toString();
    }

    /** The signs at the beginning, and at the end if there was one. */
    public String signs() {
      return opening + (closed ? opening : "");
    }

    /** What stood on the last line behind the end. */
    public String behind() {
      return behind;
    }
  }

  private final Node node;
  private final String closing;

  private FormulaBlock(String opening, String closing) {
    this.node = new Node(opening);
    this.closing = closing;
  }

  @Override
  public Block getBlock() {
    return node;
  }

  @Override
  public BlockContinue tryContinue(ParserState state) {
    if (node.closed) {
      return BlockContinue.none();
    }
    CharSequence line = state.getLine().getContent();
    String rest = line.subSequence(state.getIndex(), line.length()).toString();
    int end = rest.indexOf(closing);
    if (end < 0) {
      return BlockContinue.atIndex(state.getIndex());
    }
    append(rest.substring(0, end));
    node.behind = rest.substring(end + closing.length()).strip();
    node.closed = true;
    return BlockContinue.finished();
  }

  @Override
  public void addLine(SourceLine line) {
    if (!node.closed) {
      append(line.getContent());
    }
  }

  private void append(CharSequence line) {
    node.latex.append(line).append('\n');
  }

  /** Sees whether one begins. */
  static final class Start extends AbstractBlockParserFactory {
    private final String whole;
    private boolean noMoreDollars;
    private boolean noMoreBrackets;

    Start(String whole) {
      this.whole = whole;
    }

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      CharSequence line = state.getLine().getContent();
      int at = state.getNextNonSpaceIndex();
      if (state.getIndent() >= 4 || at + 1 >= line.length()) {
        return BlockStart.none();
      }
      boolean dollars = line.charAt(at) == '$' && line.charAt(at + 1) == '$';
      boolean brackets = line.charAt(at) == '\\' && line.charAt(at + 1) == '[';
      if (!dollars && !brackets) {
        return BlockStart.none();
      }
      String opening = dollars ? "$$" : "\\[";
      String closing = dollars ? "$$" : "\\]";
      String rest = line.subSequence(at + 2, line.length()).toString();
      int end = rest.indexOf(closing);
      boolean begins =
          end >= 0
              ? rest.substring(end + 2).isBlank() && isFormula(rest.substring(0, end), dollars)
              : rest.isBlank() || closes(state, closing, dollars);
      if (!begins) {
        return BlockStart.none();
      }
      FormulaBlock block = new FormulaBlock(opening, closing);
      if (end >= 0) {
        block.append(rest.substring(0, end));
        block.node.closed = true;
      } else if (!rest.isBlank()) {
        block.append(rest);
      }
      return BlockStart.of(block).atIndex(line.length());
    }

    private static boolean isFormula(String latex, boolean dollars) {
      return latex.chars().anyMatch(dollars ? c -> c > ' ' && c != '$' : Character::isLetter);
    }

    /** Whether the end comes before a blank line. */
    private boolean closes(ParserState state, String closing, boolean dollars) {
      var span = state.getLine().getSourceSpan();
      if (span == null || (dollars ? noMoreDollars : noMoreBrackets)) {
        return false;
      }
      int from = whole.indexOf('\n', span.getInputIndex());
      int end = from < 0 ? -1 : whole.indexOf(closing, from);
      if (end < 0) {
        noMoreDollars |= dollars;
        noMoreBrackets |= !dollars;
        return false;
      }
      while (from >= 0 && from < end) {
        int next = whole.indexOf('\n', from + 1);
        if (next < 0 || next > end) {
          return true;
        }
        if (isBlank(from + 1, next)) {
          return false;
        }
        from = next;
      }
      return true;
    }

    /** Within a quotation a blank line still has its signs. */
    private boolean isBlank(int from, int to) {
      for (int i = from; i < to; i++) {
        char c = whole.charAt(i);
        if (c != '>' && !Character.isWhitespace(c)) {
          return false;
        }
      }
      return true;
    }
  }
}
