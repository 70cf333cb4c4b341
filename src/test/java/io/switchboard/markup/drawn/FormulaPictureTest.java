package io.switchboard.markup.drawn;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.markup.drawn.FormulaPicture.Drawn;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaPictureTest {
  private static final List<String> MANY =
      List.of(
          "x = \\frac{-b \\pm \\sqrt{b^2 - 4ac}}{2a}",
          "\\int_{-\\infty}^{\\infty} e^{-x^2}\\,dx = \\sqrt{\\pi}",
          "\\sum_{k=1}^{n} k^2 = \\frac{n(n+1)(2n+1)}{6}",
          "A = \\begin{pmatrix} a_{11} & a_{12} & \\cdots \\\\ a_{21} & a_{22} & \\ddots \\\\"
              + " \\vdots & 0 & -1 \\end{pmatrix}",
          "f(x) = \\begin{cases} x^2 & \\text{if } x \\ge 0 \\\\ -x & \\text{otherwise}"
              + " \\end{cases}",
          "\\begin{aligned} (a+b)^2 &= (a+b)(a+b) \\\\ &= a^2 + 2ab + b^2 \\end{aligned}");

  private static final List<String> MORE =
      List.of(
          "\\lim_{n \\to \\infty} \\left(1 + \\frac{1}{n}\\right)^n = \\mathrm{e}",
          "\\overline{AB} + \\vec{v} \\cdot \\hat{n} = \\widehat{xyz} + \\dot{q} + \\tilde{u}",
          "\\underbrace{a + b + c}_{n \\text{ terms}} + \\overbrace{x\\cdots x}^{k}",
          "\\forall \\varepsilon > 0\\; \\exists \\delta: |x - a| < \\delta \\implies \\|f(x)-L\\|"
              + " < \\varepsilon",
          "\\mathbb{R}^n \\subseteq \\mathcal{H}, \\mathfrak{g}, \\mathbf{v}, \\binom{n}{k},"
              + " \\sqrt[3]{x}",
          "A \\xrightarrow{\\text{heat}} B \\quad \\boxed{E = mc^2}",
          "\\left\\{ \\frac{\\frac{1}{x} + 1}{y} \\middle| z \\right\\} \\oint_C \\nabla \\times"
              + " \\mathbf{F}");

  private static Drawn drawn(String latex) {
    return FormulaPicture.of(latex).orElseThrow(() -> new AssertionError(latex));
  }

  private static BufferedImage picture(String name, List<String> formulas) throws IOException {
    byte[] png = FormulaPicture.png(formulas.stream().map(FormulaPictureTest::drawn).toList());
    Path file = Path.of("target/pages", name + ".png");
    Files.createDirectories(file.getParent());
    Files.write(file, png);
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  @Test
  void severalStandBelowEachOther() throws IOException {
    BufferedImage first = picture("formulas-1", MANY);
    assertThat(first.getWidth()).isBetween(500, 1200);
    assertThat(first.getHeight()).isBetween(700, 1500);
    picture("formulas-2", MORE);
  }

  @Test
  void oneIsSmallAndHasInkInItsMiddleAndNoneAtItsEdges() throws IOException {
    BufferedImage one = picture("formula", List.of("\\frac{a}{b}"));
    assertThat(one.getWidth()).isBetween(60, 160);
    boolean ink = false;
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        boolean dark = (one.getRGB(x, y) & 0xFF) < 100 && (one.getRGB(x, y) >>> 24) > 200;
        boolean edge = x < 20 || y < 20 || x > one.getWidth() - 20 || y > one.getHeight() - 20;
        assertThat(dark && edge).as("%d %d", x, y).isFalse();
        ink |= dark;
      }
    }
    assertThat(ink).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\unknown{x}", "\\frac{1", "", "   ", "\\def\\a{\\a\\a}\\a"})
  void whatIsNotUnderstoodIsNoPicture(String latex) {
    assertThat(FormulaPicture.of(latex)).isEmpty();
  }

  @Test
  void aLongFormulaIsBrokenSoThatAPhoneShowsItsLetters() throws IOException {
    String sum = "f(x) = " + "a_{1} x^2 + \\frac{b}{c} + ".repeat(9) + "1";
    String chain = "(a+b)^4 = " + "a^4 + 4a^3b + 6a^2b^2 + 4ab^3 + b^4 = ".repeat(3) + "0";
    String short_ = "E = mc^2";
    BufferedImage all = picture("formulas-long", List.of(sum, chain, short_));
    assertThat(all.getWidth()).isLessThan(1300);
    assertThat(drawn(sum).height()).isGreaterThan(3);
    assertThat(drawn(short_).height()).isLessThan(2);
  }

  @Test
  void whatCannotBeBrokenIsNoPictureIfItIsTooWideToRead() {
    assertThat(FormulaPicture.of("\\sqrt{" + "x + ".repeat(30) + "1}")).isEmpty();
    assertThat(FormulaPicture.of("\\sqrt{" + "x + ".repeat(10) + "1}")).isPresent();
  }

  @Test
  void whatIsTooLargeIsNoPicture() {
    assertThat(FormulaPicture.of("x + ".repeat(1000) + "1")).isEmpty();
    assertThat(FormulaPicture.of("\\frac{1}{".repeat(50) + "2" + "}".repeat(50)))
        .satisfiesAnyOf(f -> assertThat(f).isEmpty(), f -> assertThat(f).isPresent());
  }
}
