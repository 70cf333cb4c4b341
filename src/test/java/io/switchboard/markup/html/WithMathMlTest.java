package io.switchboard.markup.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.markup.Html;
import io.switchboard.markup.Markdown;
import org.junit.jupiter.api.Test;

class WithMathMlTest {
  private static String html(String markdown) {
    return WithMathMl.in(Html.of(Markdown.parse(markdown)));
  }

  @Test
  void formulasBecomeMathMl() {
    assertThat(html("So $a < b$ and\n\n$$\\frac{{x}}{y} = 'z'$$\n"))
        .contains("<math", "<mfrac>", "&lt;", "<div class=\"formula\"><math")
        .doesNotContain("class=\"math\"", "&amp;lt;", "<!--");
  }

  @Test
  void whatIsNotUnderstoodStaysItsSource() {
    assertThat(html("$\\unknown{x}$"))
        .contains("<span class=\"math\">\\unknown{x}</span>")
        .doesNotContain("<math");
  }

  @Test
  void nothingInAFormulaActs() {
    assertThat(html("$\\text{<script>alert(1)</script>}$ `<span class=\"math\">x</span>`"))
        .doesNotContain("<script");
  }
}
