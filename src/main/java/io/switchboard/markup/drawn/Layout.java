package io.switchboard.markup.drawn;

import io.switchboard.markup.drawn.Spacing.Sort;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Lays a formula out: what {@link io.switchboard.markup.math.MathMl} writes becomes ink. */
final class Layout {
  private Layout() {}

  static Ink of(Node node, Pen pen) {
    if (!(node instanceof Element element)) {
      throw new Undrawable("text between signs");
    }
    return switch (element.getTagName()) {
      case "math" -> row(children(element), pen);
      case "mrow" -> marked(element, pen);
      case "mi" -> letters(element, pen);
      case "mn" -> MathFonts.text(element.getTextContent(), false, pen.bold(), pen.size());
      case "mo" -> operator(element, pen);
      case "mtext" -> MathFonts.text(element.getTextContent(), false, pen.bold(), pen.size());
      case "mspace" -> Ink.blank(em(element.getAttribute("width")) * pen.size());
      case "mstyle" ->
          row(
              children(element),
              pen.displayed(element.getAttribute("displaystyle").equals("true")));
      case "mphantom" -> row(children(element), pen).unseen();
      case "mfrac" -> Scripts.fraction(element, pen);
      case "msqrt" -> Stretched.root(row(children(element), pen), pen);
      case "mroot" -> Scripts.root(element, pen);
      case "msub", "msup", "msubsup" -> Scripts.beside(element, pen);
      case "munder", "mover", "munderover" -> Scripts.around(element, pen);
      case "mtable" -> Grid.of(element, pen);
      default -> throw new Undrawable(element.getTagName());
    };
  }

  static List<Node> children(Element element) {
    List<Node> all = new ArrayList<>();
    for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
      all.add(n);
    }
    return all;
  }

  private static double em(String width) {
    return Double.parseDouble(width.replace("em", ""));
  }

  private static Ink marked(Element row, Pen pen) {
    String mark = row.getAttribute("class");
    Ink inner = row(children(row), mark.equals("bold") ? pen.boldly() : pen);
    return switch (mark) {
      case "boxed" -> boxed(inner, pen);
      case "cancel" ->
          inner.with(Ink.line(pen.thick(), 0, inner.down(), inner.width(), -inner.up()));
      default -> inner;
    };
  }

  private static Ink boxed(Ink inner, Pen pen) {
    double room = 0.25 * pen.size();
    Path2D frame = new Path2D.Double();
    frame.append(
        new Rectangle2D.Double(
            pen.thick(), -inner.up() - room, inner.width() + 2 * room, inner.height() + 2 * room),
        false);
    Ink moved = inner.at(room + pen.thick(), 0).with(Ink.stroked(frame, pen.thick()));
    double width = inner.width() + 2 * room + 2 * pen.thick();
    return new Ink(width, inner.up() + room, inner.down() + room, moved.shape());
  }

  /** One after the other, with the blanks that belong between them, and fences that grow. */
  static Ink row(List<Node> nodes, Pen pen) {
    List<Sort> sorts = new ArrayList<>(nodes.stream().map(Spacing::of).toList());
    Spacing.settle(sorts);
    double up = 0;
    double down = 0;
    List<Ink> inks = new ArrayList<>();
    for (Node node : nodes) {
      Ink ink = isFence(node) ? Ink.blank(0) : of(node, pen);
      inks.add(ink);
      up = Math.max(up, ink.up());
      down = Math.max(down, ink.down());
    }
    double reach = Math.max(up - pen.axis(), down + pen.axis());
    List<Ink> row = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      if (i > 0) {
        int blank = Spacing.between(sorts.get(i - 1), sorts.get(i), pen.script() > 0);
        row.add(Ink.blank(blank * pen.size() / 18));
      }
      row.add(
          isFence(nodes.get(i))
              ? Stretched.fence(
                  nodes.get(i).getTextContent(), Math.max(2 * reach, pen.size() * 0.9), pen)
              : inks.get(i));
    }
    return Ink.row(row);
  }

  private static boolean isFence(Node node) {
    return node instanceof Element element && element.hasAttribute("fence");
  }

  private static Ink letters(Element element, Pen pen) {
    String text = element.getTextContent();
    boolean one = text.codePointCount(0, text.length()) == 1;
    boolean italic = one && !element.getAttribute("mathvariant").equals("normal");
    return MathFonts.text(text, italic, pen.bold(), pen.size());
  }

  private static Ink operator(Element element, Pen pen) {
    String sign = element.getTextContent();
    if (element.hasAttribute("minsize") && !sign.matches("[←→↔⇒⇌]")) {
      return Stretched.fence(sign, em(element.getAttribute("minsize")) * pen.size(), pen);
    }
    if (Spacing.isLarge(sign)) {
      String font = pen.display() ? "Size2-Regular" : "Size1-Regular";
      if (MathFonts.has(font, sign.codePointAt(0))) {
        return Stretched.centred(MathFonts.sign(font, sign.codePointAt(0), pen.size()), pen);
      }
      Ink plain = MathFonts.text(sign, false, false, pen.size() * (pen.display() ? 1.6 : 1.1));
      return Stretched.centred(plain, pen);
    }
    return MathFonts.text(sign, false, pen.bold(), pen.size());
  }
}
