package io.switchboard.markup.drawn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formulas as text that says exactly the same. */
class FormulaTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          x^2 + y_1              ¦ x² + y₁
          \\alpha \\leq \\beta    ¦ α ≤ β
          \\sqrt{2}              ¦ √2
          \\sqrt{b^2 - 4ac}      ¦ √(b² − 4ac)
          \\frac{1}{2}           ¦ 1/2
          \\frac{a+b}{c}         ¦ (a + b)/c
          x = \\frac{a}{bc} + 1  ¦ x = a/(bc) + 1
          2\\frac{a}{b}          ¦ 2(a/b)
          \\frac{1}{\\frac{1}{x}} ¦ 1/(1/x)
          e^{-x}                 ¦ e⁻ˣ
          """)
  void saysTheSame(String latex, String text) {
    assertThat(FormulaText.of(latex)).contains(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\\sum_{k=1}^n k", "\\overline{AB}", "x^{\\frac{1}{2}}", "\\vec{v}", "\\x"})
  void whatTextCannotSayIsLeft(String latex) {
    assertThat(FormulaText.of(latex)).isEmpty();
  }
}
