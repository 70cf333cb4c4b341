package io.switchboard.markup.cut;

import io.switchboard.markup.Inline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Running text, cut behind sentences, else words. What is around a cut (bold, a link) is around
 * both sides of it; blanks at the cut are left out.
 *
 * @param <T> what the text becomes
 */
final class Words<T> implements Stretch<T> {
  private final List<Inline> pieces;
  private final String flat;
  private final Function<List<Inline>, T> around;
  private @Nullable List<int[]> borders;
  private int @Nullable [] clusters;

  Words(List<Inline> pieces, Function<List<Inline>, T> around) {
    this.pieces = pieces;
    this.around = around;
    StringBuilder text = new StringBuilder();
    flatten(pieces, text);
    this.flat = text.toString();
  }

  @Override
  public int length() {
    return Math.max(1, flat.length());
  }

  @Override
  public T slice(int from, int to) {
    if (from == 0 && to == length()) {
      return around.apply(pieces);
    }
    int start = from;
    int end = to;
    while (from > 0 && start < end && Character.isWhitespace(flat.charAt(start))) {
      start++;
    }
    while (to < flat.length() && end > start && Character.isWhitespace(flat.charAt(end - 1))) {
      end--;
    }
    List<Inline> slice = new ArrayList<>();
    slice(pieces, 0, start, end, slice);
    return around.apply(slice);
  }

  @Override
  public List<int[]> borders() {
    if (borders == null) {
      int[] allowed = Borders.common(lastResort(), whole(pieces));
      borders =
          List.of(
              Borders.common(Borders.sentences(flat), allowed),
              Borders.common(Borders.words(flat), allowed));
    }
    return borders;
  }

  @Override
  public int[] lastResort() {
    if (clusters == null) {
      clusters = Borders.clusters(flat);
    }
    return clusters;
  }

  /** All places that are not within a formula. */
  private int[] whole(List<Inline> pieces) {
    boolean[] within = new boolean[flat.length() + 1];
    formulas(pieces, 0, within);
    int count = 0;
    int[] places = new int[flat.length() + 1];
    for (int i = 1; i < flat.length(); i++) {
      if (!within[i]) {
        places[count++] = i;
      }
    }
    return Arrays.copyOf(places, count);
  }

  private static int formulas(List<Inline> pieces, int start, boolean[] within) {
    int at = start;
    for (Inline piece : pieces) {
      List<Inline> inner = inner(piece);
      if (inner != null) {
        at = formulas(inner, at, within);
      } else {
        int length = text(piece).length();
        if (piece instanceof Inline.Formula) {
          Arrays.fill(within, Math.min(at + 1, at + length), at + length, true);
        }
        at += length;
      }
    }
    return at;
  }

  private static void flatten(List<Inline> pieces, StringBuilder to) {
    for (Inline piece : pieces) {
      List<Inline> inner = inner(piece);
      if (inner == null) {
        to.append(text(piece));
      } else {
        flatten(inner, to);
      }
    }
  }

  private static @Nullable List<Inline> inner(Inline piece) {
    return switch (piece) {
      case Inline.Emphasis(var inner) -> inner;
      case Inline.Strong(var inner) -> inner;
      case Inline.Strike(var inner) -> inner;
      case Inline.Link(String url, var inner) -> inner.isEmpty() ? null : inner;
      default -> null;
    };
  }

  private static String text(Inline piece) {
    return switch (piece) {
      case Inline.Text(String text) -> text;
      case Inline.Code(String code) -> code;
      case Inline.Command command -> command.line();
      case Inline.Formula(String latex) -> latex;
      case Inline.Break b -> "\n";
      case Inline.SoftBreak b -> "\n";
      default -> String.valueOf(Borders.OBJECT);
    };
  }

  /** Adds what lies between two places; returns where the pieces end. */
  private static int slice(List<Inline> pieces, int start, int from, int to, List<Inline> into) {
    int at = start;
    for (Inline piece : pieces) {
      if (at >= to) {
        return at;
      }
      List<Inline> inner = inner(piece);
      if (inner != null) {
        List<Inline> part = new ArrayList<>();
        at = slice(inner, at, from, to, part);
        if (!part.isEmpty()) {
          into.add(with(piece, part));
        }
      } else {
        String text = text(piece);
        int end = at + text.length();
        if (at < to && end > from) {
          boolean whole = from <= at && end <= to;
          into.add(
              whole
                  ? piece
                  : cut(piece, text.substring(Math.max(0, from - at), Math.min(end, to) - at)));
        }
        at = end;
      }
    }
    return at;
  }

  private static Inline with(Inline around, List<Inline> inner) {
    return switch (around) {
      case Inline.Emphasis e -> new Inline.Emphasis(inner);
      case Inline.Strong s -> new Inline.Strong(inner);
      case Inline.Strike s -> new Inline.Strike(inner);
      case Inline.Link(String url, var old) -> new Inline.Link(url, inner);
      default -> around;
    };
  }

  private static Inline cut(Inline piece, String part) {
    return piece instanceof Inline.Text ? new Inline.Text(part) : new Inline.Code(part);
  }
}
