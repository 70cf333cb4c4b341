package io.switchboard.markup.drawn;

import io.switchboard.markup.drawn.Spacing.Sort;
import io.switchboard.markup.math.MathMl;
import io.switchboard.markup.math.Mathematics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Simple formulas as plain text that says exactly the same, such as x² + α. */
public final class FormulaText {
  private static final int LONGEST = 60;
  private static final Map<Integer, String> RAISED =
      pairs(
          "0123456789+−=()niabcdefghjklmoprstuvwxyzT′∘∗",
          "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀ′°*");
  private static final Map<Integer, String> LOWERED =
      pairs("0123456789+−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ");

  private FormulaText() {}

  private static Map<Integer, String> pairs(String from, String to) {
    int[] plain = from.codePoints().toArray();
    int[] other = to.codePoints().toArray();
    return IntStream.range(0, plain.length)
        .boxed()
        .collect(Collectors.toUnmodifiableMap(i -> plain[i], i -> Character.toString(other[i])));
  }

  /**
   * The formula in a line of text.
   *
   * @param latex without the signs around it
   * @return empty if text cannot say exactly that
   */
  public static Optional<String> of(String latex) {
    try {
      return MathMl.of(latex, false)
          .map(math -> text(Mathematics.parsed(math)).strip())
          .filter(text -> !text.isEmpty() && text.length() <= LONGEST);
    } catch (Undrawable e) {
      return Optional.empty();
    }
  }

  private static String text(Node node) {
    if (!(node instanceof Element element)) {
      throw new Undrawable("text between signs");
    }
    List<Node> parts = Layout.children(element);
    return switch (element.getTagName()) {
      case "math" -> row(parts);
      case "mrow" -> {
        if (element.hasAttribute("class")) {
          throw new Undrawable(element.getAttribute("class"));
        }
        yield row(parts);
      }
      case "mi", "mn", "mo", "mtext" -> element.getTextContent();
      case "mspace" -> element.getAttribute("width").startsWith("-") ? "" : " ";
      case "msqrt" -> "√" + single(row(parts));
      case "mfrac" -> single(text(parts.get(0))) + "/" + single(text(parts.get(1)));
      case "msup" -> text(parts.get(0)) + script(parts.get(1), RAISED);
      case "msub" -> text(parts.get(0)) + script(parts.get(1), LOWERED);
      case "msubsup" ->
          text(parts.get(0)) + script(parts.get(1), LOWERED) + script(parts.get(2), RAISED);
      default -> throw new Undrawable(element.getTagName());
    };
  }

  /** What reaches over several things in print stands in brackets, where no line shows how far. */
  private static String single(String inner) {
    boolean one = inner.matches("[0-9]+") || inner.codePointCount(0, inner.length()) == 1;
    return one || inner.isEmpty() ? inner : "(" + inner + ")";
  }

  private static String script(Node node, Map<Integer, String> letters) {
    String plain = text(node).replace(" ", "");
    StringBuilder script = new StringBuilder();
    plain
        .codePoints()
        .forEach(
            c -> {
              String small = letters.get(c);
              if (small == null) {
                throw new Undrawable("a script " + Character.toString(c));
              }
              script.append(small);
            });
    return script.toString();
  }

  private static String row(List<Node> nodes) {
    List<Sort> sorts = new ArrayList<>(nodes.stream().map(Spacing::of).toList());
    Spacing.settle(sorts);
    StringBuilder row = new StringBuilder();
    for (int i = 0; i < nodes.size(); i++) {
      boolean apart = i > 0 && Spacing.between(sorts.get(i - 1), sorts.get(i), false) > 0;
      if (apart && !row.toString().endsWith(" ")) {
        row.append(' ');
      }
      boolean part = isFraction(nodes.get(i)) && !standsFree(sorts, i);
      row.append(part ? "(" + text(nodes.get(i)) + ")" : text(nodes.get(i)));
    }
    return row.toString();
  }

  private static boolean isFraction(Node node) {
    return node instanceof Element element && element.getTagName().equals("mfrac");
  }

  /** Whether nothing stands beside it that a reader could take for a part of it. */
  private static boolean standsFree(List<Sort> sorts, int at) {
    return (at == 0 || parts(sorts.get(at - 1)))
        && (at + 1 == sorts.size() || parts(sorts.get(at + 1)));
  }

  private static boolean parts(Sort sort) {
    return switch (sort) {
      case RELATION, COMMA, OPEN, CLOSE, BINARY -> true;
      case ORDINARY, FUNCTION -> false;
    };
  }
}
