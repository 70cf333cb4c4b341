package io.switchboard.markup.math;

import java.util.Optional;

/** A formula as MathML. */
public final class MathMl {
  private static final int LONGEST = 20_000;

  private MathMl() {}

  /**
   * Renders the mathematics of LaTeX as people and models write it: fractions, roots, scripts,
   * matrices, cases, aligned lines, accents, fonts, the usual signs.
   *
   * @param latex without the signs around it
   * @param display whether it stands on lines of its own
   * @return a {@code math} element of HTML5 in which nothing acts; empty if something in it is not
   *     understood, or is longer or deeper than formulas are
   * @see <a href="https://www.w3.org/TR/mathml-core/">MathML Core</a>
   */
  public static Optional<String> of(String latex, boolean display) {
    if (latex.isBlank() || latex.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      String inner = new FormulaReader(new Tokens(latex)).whole();
      String begin = display ? "<math display=\"block\">" : "<math>";
      return Optional.of(begin + "<mrow>" + inner + "</mrow></math>");
    } catch (Unreadable e) {
      return Optional.empty();
    }
  }
}
