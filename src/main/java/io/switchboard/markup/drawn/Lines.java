package io.switchboard.markup.drawn;

import io.switchboard.markup.drawn.Spacing.Sort;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A long formula on several lines, as it is set in books: broken before a relation, else before a
 * sum's sign, and what follows moved in. Only its outermost row is broken.
 */
final class Lines {
  private static final double INDENT = 2;
  private static final double BETWEEN = 0.7;

  /** Before the first relation there is often a single letter, which is no line. */
  private static final double FULL_ENOUGH = 0.3;

  private final Pen pen;
  private final double widest;
  private final List<Ink> lines = new ArrayList<>();

  private Lines(Pen pen, double widest) {
    this.pen = pen;
    this.widest = widest;
  }

  /** The formula, in lines of that width where it can be broken. */
  static Ink of(Element math, Pen pen, double widest) {
    Ink one = Layout.of(math, pen);
    List<Node> nodes = nodes(math);
    return one.width() <= widest || nodes.size() < 2 ? one : new Lines(pen, widest).broken(nodes);
  }

  /** What stands side by side: the children of the outermost row that has several. */
  private static List<Node> nodes(Element math) {
    List<Node> nodes = Layout.children(math);
    while (nodes.size() == 1
        && nodes.getFirst() instanceof Element only
        && only.getTagName().equals("mrow")
        && !only.hasAttribute("class")) {
      nodes = Layout.children(only);
    }
    return nodes;
  }

  private Ink broken(List<Node> nodes) {
    List<Sort> sorts = new ArrayList<>(nodes.stream().map(Spacing::of).toList());
    Spacing.settle(sorts);
    int from = 0;
    while (from < nodes.size()) {
      int to = end(nodes, sorts, from);
      lines.add(line(nodes.subList(from, to)));
      from = to;
    }
    return stacked();
  }

  private Ink line(List<Node> nodes) {
    return Layout.row(nodes, pen);
  }

  /** Where the line ends: before the last relation that fits, else the last operation. */
  private int end(List<Node> nodes, List<Sort> sorts, int from) {
    double room = widest - (lines.isEmpty() ? 0 : INDENT * pen.size());
    int relation = -1;
    int operation = -1;
    int depth = 0;
    for (int i = from; i < nodes.size(); i++) {
      Sort sort = sorts.get(i);
      depth += sort == Sort.OPEN ? 1 : sort == Sort.CLOSE ? -1 : 0;
      boolean may = i > from && depth == 0;
      if (may && (sort == Sort.RELATION || sort == Sort.BINARY)) {
        double width = line(nodes.subList(from, i)).width();
        boolean fits = width <= room;
        if (!fits && (relation > 0 || operation > 0)) {
          return relation > 0 ? relation : operation;
        }
        relation = sort == Sort.RELATION && width >= room * FULL_ENOUGH ? i : relation;
        operation = sort == Sort.BINARY ? i : operation;
        if (!fits) {
          return i;
        }
      }
    }
    boolean fits = line(nodes.subList(from, nodes.size())).width() <= room;
    int last = relation > 0 ? relation : operation;
    return fits || last < 0 ? nodes.size() : last;
  }

  /** Below each other; the baseline is the first one's. */
  private Ink stacked() {
    Ink all = lines.getFirst();
    double width = all.width();
    for (Ink line : lines.subList(1, lines.size())) {
      double y = all.down() + BETWEEN * pen.size() + line.up();
      Ink moved = line.at(INDENT * pen.size(), y);
      width = Math.max(width, INDENT * pen.size() + line.width());
      all = new Ink(width, all.up(), y + line.down(), all.with(moved.shape()).shape());
    }
    return all;
  }
}
