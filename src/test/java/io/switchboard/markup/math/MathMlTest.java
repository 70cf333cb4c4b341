package io.switchboard.markup.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

class MathMlTest {
  private static String of(String latex) {
    String xml = MathMl.of(latex, false).orElseThrow();
    return xml.substring("<math><mrow>".length(), xml.length() - "</mrow></math>".length());
  }

  @Test
  void readsScriptsAndFractions() {
    assertThat(of("x^2")).isEqualTo("<msup><mi>x</mi><mn>2</mn></msup>");
    assertThat(of("a_i^{2n}"))
        .isEqualTo(
            "<msubsup><mi>a</mi><mi>i</mi><mrow><mn>2</mn><mi>n</mi></mrow></msubsup>"
                .replace("<mi>i</mi>", "<mrow><mi>i</mi></mrow>"));
    assertThat(of("\\frac12")).isEqualTo("<mfrac><mn>1</mn><mn>2</mn></mfrac>");
    assertThat(of("{a \\over b}")).contains("<mfrac><mrow><mi>a</mi></mrow><mrow><mi>b</mi>");
    assertThat(of("f''(x)")).startsWith("<msup><mi>f</mi><mrow><mo>′</mo><mo>′</mo></mrow></msup>");
    assertThat(of("3.14")).isEqualTo("<mn>3.14</mn>");
    assertThat(of("\\sum_{i=1}^n")).startsWith("<munderover><mo movablelimits=\"true\">∑</mo>");
    assertThat(of("\\int_0^1")).startsWith("<msubsup><mo>∫</mo>");
    assertThat(of("\\sqrt[3]{x}"))
        .isEqualTo("<mroot><mrow><mi>x</mi></mrow><mrow><mn>3</mn></mrow></mroot>");
  }

  @Test
  void readsTheAlphabets() {
    assertThat(of("\\mathbb{R}\\mathcal{L}\\mathbf{x}\\mathrm{d}"))
        .contains("ℝ", "ℒ", "𝐱", "<mi mathvariant=\"normal\">d</mi>");
    assertThat(of("\\text{if } x")).contains("<mtext>if\u00a0</mtext>");
    assertThat(of("\\text{当 $x>0$ 时}")).contains("<mtext>当\u00a0</mtext>", "<mo>&gt;</mo>");
    assertThat(of("速度")).isEqualTo("<mtext>速度</mtext>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "e^{i\\pi} + 1 = 0",
        "\\int_{-\\infty}^\\infty e^{-x^2}\\,dx = \\sqrt{\\pi}",
        "x = \\frac{-b \\pm \\sqrt{b^2-4ac}}{2a}",
        "\\begin{aligned} a &= b + c \\\\ &= d \\end{aligned}",
        "\\begin{pmatrix} 1 & 0 \\\\ 0 & 1 \\end{pmatrix}^{-1}",
        "f(x) = \\begin{cases} x & \\text{if } x > 0 \\\\ 0 & \\text{otherwise} \\end{cases}",
        "\\left( \\frac{\\partial f}{\\partial x} \\right)_{T} \\left. x \\right|_0^1",
        "\\lim_{n \\to \\infty} \\left(1 + \\frac{1}{n}\\right)^n = e",
        "\\hat{\\mathbf{y}} = \\operatorname{softmax}(W\\vec{x} + b)",
        "\\operatorname*{arg\\,max}_\\theta \\prod_{i=1}^N p(x_i \\mid \\theta)",
        "\\underbrace{1 + 1 + \\dots + 1}_{n \\text{ times}}",
        "A \\xrightarrow[\\Delta]{k_1} B \\rightleftharpoons C",
        "\\boxed{E = mc^2}",
        "\\mathbb{E}[X] = \\sum_{x} x\\,\\Pr(X = x)",
        "\\nabla \\times \\vec{E} = -\\frac{\\partial \\vec{B}}{\\partial t}",
        "a \\equiv b \\pmod{n}, \\quad a \\bmod n",
        "\\left\\{ x \\in \\mathbb{R} \\,\\middle|\\, x \\neq 0 \\right\\}",
        "\\binom{n}{k} = {n \\choose k} = \\frac{n!}{k!(n-k)!}",
        "\\Bigl[ \\bigg( x \\bigg) \\Bigr] \\not= \\not\\in",
        "\\begin{array}{c|cc} x & 1 & 2 \\\\ \\hline y & 3 & 4 \\end{array}",
        "\\overline{AB} \\parallel \\widehat{CD} \\perp \\overrightarrow{EF}",
        "100\\% \\text{ of \\$5 \\& more}",
        "a &= b \\\\ c &= d",
        "\\cancel{x} \\textcolor{red}{y} \\tag{1}",
        "{\\bf x} \\ne {\\rm d}x",
        "\\sum_{\\substack{i<n \\\\ j<m}} a_{ij}",
        "H_2O \\to H^+ + OH^-",
        "\\displaystyle\\sum x",
        "\\ddot{x} + \\omega_0^2 x = 0 % a comment"
      })
  void readsWhatPeopleWrite(String latex) throws Exception {
    String xml = MathMl.of(latex, true).orElseThrow(() -> new AssertionError(latex));
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\\frac{1}",
        "{",
        "}",
        "x^",
        "x^1^2",
        "\\left( x",
        "\\nosuch{x}",
        "\\begin{cases} x",
        "\\begin{matrix} x \\end{pmatrix}",
        "\\href{javascript:x}{y}",
        "\\htmlClass{a}{b}",
        "\\url{x}",
        "\\includegraphics{https://evil.example/x}",
        "\\def\\x{\\x}\\x",
        "\\right)",
        "&\\end",
        "\\text{\\evil}",
        "\u202e x",
        "\u0000"
      })
  void leavesTheRestAlone(String latex) {
    assertThat(MathMl.of(latex, false)).isEmpty();
  }

  @Test
  void isBounded() {
    assertThat(MathMl.of("{".repeat(5_000) + "}".repeat(5_000), false)).isEmpty();
    assertThat(MathMl.of("x^{".repeat(100) + "}".repeat(100), false)).isEmpty();
    assertThat(MathMl.of("x".repeat(20_001), false)).isEmpty();
    assertThat(MathMl.of("\\text{$".repeat(200) + "$}".repeat(200), false)).isEmpty();
  }

  @Property(tries = 3_000)
  void whateverIsReadIsWellFormedAndHasOnlyItsOwnTags(@ForAll @From("formulas") String latex)
      throws Exception {
    String xml = MathMl.of(latex, false).orElse("<math></math>");
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
    assertThat(xml.replaceAll("</?m[a-z]+( [a-z]+=\"[a-zA-Z0-9.-]*\")*>", ""))
        .doesNotContain("<", ">");
  }

  @Provide
  Arbitrary<String> formulas() {
    return Arbitraries.of(
            "x",
            "1",
            "2.5",
            "^",
            "_",
            "{",
            "}",
            "\\frac",
            "\\sqrt",
            "[",
            "]",
            "&",
            "\\\\",
            "'",
            "<",
            ">",
            "\"",
            "&lt;",
            "\\left(",
            "\\right)",
            "\\begin{matrix}",
            "\\end{matrix}",
            "\\text{a<b}",
            "\\sum",
            "\\hat",
            "\\mathbf",
            "\\operatorname{<x>}",
            "\\tag{\"}",
            "\\alpha",
            "\\over",
            "<script>",
            "\\big|",
            "\\not",
            "=",
            "$",
            "字")
        .list()
        .ofMaxSize(14)
        .map(all -> String.join(" ", all));
  }
}
