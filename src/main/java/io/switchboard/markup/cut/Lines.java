package io.switchboard.markup.cut;

import io.switchboard.markup.Block;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Code, cut at line ends, else between what looks like one sign; and formulas and rules, which stay
 * whole unless nothing else helps (a piece of a formula is shown as code).
 */
final class Lines implements Stretch<Block> {
  private final Block whole;
  private final String text;
  private final Function<String, Block> piece;
  private final boolean breakable;
  private @Nullable List<int[]> borders;
  private int @Nullable [] clusters;

  private Lines(Block whole, String text, Function<String, Block> piece, boolean breakable) {
    this.whole = whole;
    this.text = text;
    this.piece = piece;
    this.breakable = breakable;
  }

  static Lines of(Block.Code code) {
    return new Lines(code, code.code(), part -> new Block.Code(code.language(), part), true);
  }

  static Lines of(Block.Formula formula) {
    return new Lines(formula, formula.latex(), part -> new Block.Code("latex", part), false);
  }

  static Lines of(Block.Rule rule) {
    return new Lines(rule, "", part -> rule, false);
  }

  @Override
  public int length() {
    return Math.max(1, text.length());
  }

  @Override
  public Block slice(int from, int to) {
    if (from == 0 && to == length()) {
      return whole;
    }
    boolean atLineEnd = to < text.length() && text.charAt(to - 1) == '\n';
    return piece.apply(text.substring(from, atLineEnd ? to - 1 : to));
  }

  @Override
  public List<int[]> borders() {
    if (!breakable) {
      return List.of();
    }
    if (borders == null) {
      borders = List.of(Borders.lines(text));
    }
    return borders;
  }

  @Override
  public int[] lastResort() {
    if (clusters == null) {
      clusters = Borders.clusters(text);
    }
    return clusters;
  }
}
