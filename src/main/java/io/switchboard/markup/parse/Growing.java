package io.switchboard.markup.parse;

import io.switchboard.markup.Block;
import io.switchboard.markup.grammar.Grammar;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Node;

/**
 * Reads a text that grows at its end, its settled blocks only once. A block is settled when another
 * one has begun outside of it, behind a blank line and with a whole line of its own: no line can
 * reach it then. Texts whose end may change their beginning (footnotes, references, folds) are read
 * anew each time.
 */
public final class Growing {
  /** What was thought or said so far. */
  private static final class Part {
    final boolean thought;
    String settled = "";
    final List<Block> blocks = new ArrayList<>();

    Part(boolean thought) {
      this.thought = thought;
    }
  }

  private final List<Part> parts = new ArrayList<>();

  /**
   * Reads the whole text so far; the same as {@link Tree#read}, but for marks of footnotes, which
   * come at the end.
   */
  public List<Block> read(String markdown) {
    List<Reasoning.Part> now = Reasoning.split(markdown);
    List<Block> blocks = new ArrayList<>();
    List<Block> footnotes = new ArrayList<>();
    for (int i = 0; i < now.size(); i++) {
      Reasoning.Part part = now.get(i);
      if (i == parts.size()) {
        parts.add(new Part(part.thought()));
      } else if (parts.get(i).thought != part.thought()
          || !part.text().startsWith(parts.get(i).settled)) {
        parts.set(i, new Part(part.thought()));
      }
      List<Block> read =
          mayReachBack(part.text())
              ? Tree.readUnfinished(part, footnotes)
              : read(part.text(), parts.get(i));
      if (part.thought()) {
        blocks.add(new Block.Fold(List.of(), read, true));
      } else {
        blocks.addAll(read);
      }
    }
    blocks.addAll(footnotes);
    return blocks;
  }

  private static List<Block> read(String text, Part part) {
    String rest = text.substring(part.settled.length());
    Node document = Grammar.readUnfinished(rest);
    Node last = document.getLastChild();
    int settled = last == null ? 0 : beginning(last, rest);
    Node first = document.getFirstChild();
    if (settled > 0) {
      part.settled = text.substring(0, part.settled.length() + settled);
      part.blocks.addAll(Tree.outermost(first, last));
      first = last;
    }
    List<Block> blocks = new ArrayList<>(part.blocks);
    blocks.addAll(Tree.outermost(first, null));
    return blocks;
  }

  /** Where the last block begins, if all before it is settled; else 0. */
  private static int beginning(Node last, String text) {
    if (last.getSourceSpans().isEmpty()) {
      return 0;
    }
    int line = last.getSourceSpans().getFirst().getLineIndex();
    int at = 0;
    int before = 0;
    for (int i = 0; i < line; i++) {
      before = at;
      at = text.indexOf('\n', at) + 1;
      if (at == 0) {
        return 0;
      }
    }
    boolean behindBlank = text.substring(before, at).isBlank();
    boolean wholeLine = text.indexOf('\n', at) >= 0;
    return behindBlank && wholeLine ? at : 0;
  }

  private static boolean mayReachBack(String text) {
    // A lone carriage return ends a line too, which makes counting lines another matter.
    if (text.contains("]:") || text.indexOf('\r') >= 0) {
      return true;
    }
    for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
      if (text.regionMatches(true, at + 1, "details", 0, 7)) {
        return true;
      }
    }
    return false;
  }
}
