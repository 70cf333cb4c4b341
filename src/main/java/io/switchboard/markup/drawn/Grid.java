package io.switchboard.markup.drawn;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Rows and columns. */
final class Grid {
  private Grid() {}

  private record Cell(Ink ink, String side) {}

  static Ink of(Element table, Pen pen) {
    boolean display = table.getAttribute("displaystyle").equals("true");
    Pen inner = pen.displayed(display);
    List<List<Cell>> rows = new ArrayList<>();
    List<Double> widths = new ArrayList<>();
    for (Node row : Layout.children(table)) {
      List<Cell> cells = new ArrayList<>();
      for (Node node : Layout.children((Element) row)) {
        Element cell = (Element) node;
        Ink ink = Layout.row(Layout.children(cell), inner);
        if (widths.size() == cells.size()) {
          widths.add(0.0);
        }
        widths.set(cells.size(), Math.max(widths.get(cells.size()), ink.width()));
        cells.add(new Cell(ink, cell.getAttribute("class")));
      }
      rows.add(cells);
    }
    return centred(rows, widths, (display ? 0.45 : 0.22) * pen.size(), pen);
  }

  private static Ink centred(List<List<Cell>> rows, List<Double> widths, double gap, Pen pen) {
    double y = 0;
    double width = 0;
    Ink all = Ink.blank(0);
    for (List<Cell> cells : rows) {
      double up = 0.72 * pen.size();
      double down = 0.28 * pen.size();
      for (Cell cell : cells) {
        up = Math.max(up, cell.ink().up());
        down = Math.max(down, cell.ink().down());
      }
      y += y == 0 ? up : up + gap;
      double x = 0;
      for (int i = 0; i < cells.size(); i++) {
        Cell cell = cells.get(i);
        x += i == 0 ? 0 : between(cells.get(i - 1), cell, pen);
        double room = widths.get(i) - cell.ink().width();
        double left = cell.side().equals("l") ? 0 : cell.side().equals("r") ? room : room / 2;
        all = all.with(cell.ink().at(x + left, y).shape());
        x += widths.get(i);
      }
      width = Math.max(width, x);
      y += down;
    }
    Ink grid = new Ink(width, 0, y, all.shape());
    return grid.at(0, -pen.axis() - y / 2);
  }

  /** Around a relation there is only its own blank. */
  private static double between(Cell left, Cell right, Pen pen) {
    if (left.side().equals("r") && right.side().equals("l")) {
      return 0.28 * pen.size();
    }
    return (left.side().equals("l") && right.side().equals("r") ? 2 : 1) * pen.size();
  }
}
