package io.switchboard.markup.drawn;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What stands above, below and at the corners of something. */
final class Scripts {
  private Scripts() {}

  static Ink fraction(Element element, Pen pen) {
    List<Node> parts = Layout.children(element);
    Pen inner = pen.display() ? pen.inLine() : pen.smaller();
    Ink above = Layout.of(parts.get(0), inner);
    Ink below = Layout.of(parts.get(1), inner);
    boolean bar = !element.getAttribute("linethickness").equals("0");
    double thick = bar ? pen.thick() : 0;
    double gap = (pen.display() ? 0.17 : 0.1) * pen.size();
    double side = 0.12 * pen.size();
    double width = Math.max(above.width(), below.width());
    double middle = -pen.axis();
    Ink up =
        above.at(
            side + (width - above.width()) / 2,
            middle - thick / 2 - gap - Math.max(0, above.down()));
    double high = Math.max(below.up(), 0.45 * inner.size());
    Ink down = below.at(side + (width - below.width()) / 2, middle + thick / 2 + gap + high);
    Ink line = bar ? Ink.bar(side / 2, middle - thick / 2, width + side, thick) : Ink.blank(0);
    return Ink.over(width + 2 * side, up, down, line);
  }

  static Ink root(Element element, Pen pen) {
    List<Node> parts = Layout.children(element);
    Ink root = Stretched.root(Layout.of(parts.get(0), pen), pen);
    Ink degree = Layout.of(parts.get(1), pen.smaller().smaller());
    double lead = Math.max(0, degree.width() - 0.3 * pen.size());
    double lift = -root.up() * 0.42 - degree.down() - 0.08 * pen.size();
    return Ink.over(lead + root.width(), degree.at(0, lift), root.at(lead, 0));
  }

  static Ink beside(Element element, Pen pen) {
    List<Node> parts = Layout.children(element);
    Ink base = Layout.of(parts.get(0), pen);
    String tag = element.getTagName();
    Ink below = tag.equals("msup") ? null : Layout.of(parts.get(1), pen.smaller());
    Ink above = tag.equals("msub") ? null : Layout.of(parts.get(parts.size() - 1), pen.smaller());
    return corners(base, below, above, pen);
  }

  private static Ink corners(Ink base, @Nullable Ink below, @Nullable Ink above, Pen pen) {
    double em = pen.size();
    double lift = above == null ? 0 : Math.max(0.38 * em, base.up() - 0.32 * em);
    double drop = below == null ? 0 : Math.max(0.2 * em, base.down() + 0.08 * em);
    if (below != null && above == null) {
      drop = Math.max(drop, below.up() - 0.42 * em);
    }
    if (below != null && above != null) {
      double gap = lift - Math.max(0, above.down()) + drop - below.up();
      drop += Math.max(0, 0.12 * em - gap);
    }
    double x = base.width() + 0.04 * em;
    Ink up = above == null ? Ink.blank(0) : above.at(x, -lift);
    Ink down = below == null ? Ink.blank(0) : below.at(x, drop);
    return Ink.over(x + Math.max(up.width(), down.width()) + 0.03 * em, base, up, down);
  }

  static Ink around(Element element, Pen pen) {
    List<Node> parts = Layout.children(element);
    Node first = parts.get(0);
    boolean moves =
        first instanceof Element base && base.getAttribute("movablelimits").equals("true");
    if (moves && !pen.display()) {
      return beside(renamed(element), pen);
    }
    String tag = element.getTagName();
    Node below = tag.equals("mover") ? null : parts.get(1);
    Node above = tag.equals("munder") ? null : parts.get(parts.size() - 1);
    boolean accent = element.hasAttribute("accent") || element.hasAttribute("accentunder");
    Ink base = wide(first, below, above, pen);
    double gap = (accent ? 0.07 : 0.14) * pen.size();
    Ink up = above == null ? Ink.blank(0) : mark(above, base, accent, pen);
    Ink down = below == null ? Ink.blank(0) : mark(below, base, accent, pen);
    double width = Math.max(base.width(), Math.max(up.width(), down.width()));
    Ink high = up.at((width - up.width()) / 2, -base.up() - gap - up.down());
    Ink low = down.at((width - down.width()) / 2, base.down() + gap + down.up());
    return Ink.over(width, base.at((width - base.width()) / 2, 0), high, low);
  }

  /** An arrow grows with what stands on it. */
  private static Ink wide(Node base, @Nullable Node below, @Nullable Node above, Pen pen) {
    if (base instanceof Element sign
        && sign.hasAttribute("minsize")
        && sign.getTextContent().matches("[←→↔]")) {
      double width = 2 * pen.size();
      for (Node node : new Node[] {below, above}) {
        if (node != null) {
          width = Math.max(width, Layout.of(node, pen.smaller()).width() + 0.6 * pen.size());
        }
      }
      Ink arrow = Stretched.across(sign.getTextContent(), width, pen);
      return arrow.at(0, -pen.axis() + 0.16 * pen.size());
    }
    return Layout.of(base, pen);
  }

  private static Ink mark(Node node, Ink base, boolean accent, Pen pen) {
    boolean sign = node instanceof Element element && element.getTagName().equals("mo");
    if (!accent || !sign) {
      return Layout.of(node, pen.smaller());
    }
    boolean stretches = !((Element) node).getAttribute("stretchy").equals("false");
    String text = node.getTextContent();
    if (text.equals("⃛")) {
      return MathFonts.text("...", false, false, pen.size() * 0.8);
    }
    double width = stretches ? base.width() : text.matches("[→¯]") ? 0.5 * pen.size() : 0;
    return Stretched.across(text, width, pen);
  }

  private static Element renamed(Element element) {
    String tag =
        switch (element.getTagName()) {
          case "munder" -> "msub";
          case "mover" -> "msup";
          default -> "msubsup";
        };
    Element other = element.getOwnerDocument().createElement(tag);
    for (Node child : Layout.children(element)) {
      other.appendChild(child.cloneNode(true));
    }
    return other;
  }
}
