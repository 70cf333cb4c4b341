package io.switchboard.markup.html;

import io.switchboard.markup.math.MathMl;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts MathML in the place of formulas in sanitised HTML, where they are understood. */
public final class WithMathMl {
  private static final Pattern FORMULA =
      Pattern.compile("<(span|div) class=\"math\">(.*?)</\\1>", Pattern.DOTALL);

  private WithMathMl() {}

  /**
   * A formula in a text.
   *
   * @param display whether it stands alone
   * @param escaped its LaTeX as the HTML has it
   * @param math its MathML; empty if it is not understood
   */
  public record Formula(boolean display, String escaped, String latex, Optional<String> math) {
    private static Formula of(MatchResult found) {
      boolean display = found.group(1).equals("div");
      String latex = Unescaped.text(found.group(2));
      return new Formula(display, found.group(2), latex, MathMl.of(latex, display));
    }
  }

  /** How a formula is written into a page. */
  @FunctionalInterface
  public interface Writing {
    /** HTML, in which nothing is escaped any more. */
    String html(Formula formula);
  }

  /** The same HTML; what is not understood stays LaTeX. */
  public static String in(String html) {
    return in(html, WithMathMl::plain);
  }

  private static String plain(Formula formula) {
    String tag = formula.display() ? "div" : "span";
    return formula
        .math()
        .map(math -> formula.display() ? "<div class=\"formula\">" + math + "</div>" : math)
        .orElse("<" + tag + " class=\"math\">" + formula.escaped() + "</" + tag + ">");
  }

  /** The same HTML with each formula written so. */
  public static String in(String html, Writing writing) {
    return FORMULA
        .matcher(html)
        .replaceAll(found -> Matcher.quoteReplacement(writing.html(Formula.of(found))));
  }
}
