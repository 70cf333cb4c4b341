package io.switchboard.markup.drawn;

import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The blanks around operators, as TeX has them: in eighteenths of an em. */
final class Spacing {
  private static final String BINARY = "+−±∓×÷⋅∗⋆∘∙⊕⊖⊗⊘⊙∩∪⊎⊓⊔∨∧∖≀⨿⊞⊠⋉⋊⊼⊻⋒⋓⋄◇⊲⊳◁▷†‡-·";
  private static final String OPEN = "([{⟨⌈⌊⟮⌜⌞";
  private static final String CLOSE = ")]}⟩⌉⌋⟯⌝⌟!";
  private static final String NONE = "|‖/′∣\\…⋯⋮⋱.%#&$_^~°";
  private static final String LARGE = "∑∏∐⋃⋂⋁⋀⨁⨂⨀⨄⨆∫∬∭⨌∮∯∰";

  private Spacing() {}

  /** What sort of thing something is for its neighbours. */
  enum Sort {
    ORDINARY,
    BINARY,
    RELATION,
    OPEN,
    CLOSE,
    COMMA,
    FUNCTION
  }

  static boolean isLarge(String sign) {
    return sign.length() == 1 && LARGE.contains(sign);
  }

  /** Of a node, by its innermost base. */
  static Sort of(Node node) {
    if (!(node instanceof Element element)) {
      return Sort.ORDINARY;
    }
    String text = element.getTextContent();
    return switch (element.getTagName()) {
      case "mo" -> ofSign(element, text);
      case "mi" -> text.codePointCount(0, text.length()) > 1 ? Sort.FUNCTION : Sort.ORDINARY;
      case "msub", "msup", "msubsup", "munder", "mover", "munderover" ->
          element.hasAttribute("accent") ? Sort.ORDINARY : of(element.getFirstChild());
      case "mrow" ->
          element.getChildNodes().getLength() == 1 && !element.hasAttribute("class")
              ? of(element.getFirstChild())
              : Sort.ORDINARY;
      default -> Sort.ORDINARY;
    };
  }

  private static Sort ofSign(Element element, String text) {
    if (text.length() > 1 || isLarge(text)) {
      return text.equals(":=") ? Sort.RELATION : Sort.FUNCTION;
    } else if (BINARY.contains(text)) {
      return Sort.BINARY;
    } else if (OPEN.contains(text)) {
      return Sort.OPEN;
    } else if (CLOSE.contains(text)) {
      return Sort.CLOSE;
    } else if (text.equals(",") || text.equals(";")) {
      return Sort.COMMA;
    }
    boolean sized = element.hasAttribute("minsize") && !text.matches("[←→↔⇒⇌]");
    return NONE.contains(text) || sized ? Sort.ORDINARY : Sort.RELATION;
  }

  /** A sign between nothing and something is no operation: the minus of a number. */
  static void settle(List<Sort> sorts) {
    for (int i = 0; i < sorts.size(); i++) {
      if (sorts.get(i) == Sort.BINARY) {
        Sort before = i == 0 ? Sort.OPEN : sorts.get(i - 1);
        Sort after = i + 1 == sorts.size() ? Sort.CLOSE : sorts.get(i + 1);
        boolean alone =
            before == Sort.OPEN
                || before == Sort.BINARY
                || before == Sort.RELATION
                || before == Sort.COMMA
                || before == Sort.FUNCTION
                || after == Sort.CLOSE
                || after == Sort.RELATION
                || after == Sort.COMMA;
        if (alone) {
          sorts.set(i, Sort.ORDINARY);
        }
      }
    }
  }

  /** Eighteenths of an em between two. */
  static int between(Sort left, Sort right, boolean script) {
    boolean behind = left == Sort.FUNCTION && (right == Sort.ORDINARY || right == Sort.FUNCTION);
    boolean before = right == Sort.FUNCTION && (left == Sort.ORDINARY || left == Sort.CLOSE);
    if (behind || before) {
      return 3;
    } else if (script) {
      return 0;
    } else if (left == Sort.RELATION || right == Sort.RELATION) {
      return left == right || left == Sort.OPEN || right == Sort.CLOSE ? 0 : 5;
    } else if (left == Sort.BINARY || right == Sort.BINARY) {
      return 4;
    }
    return left == Sort.COMMA ? 3 : 0;
  }
}
