package io.switchboard.markup.html;

import io.switchboard.markup.math.MathMl;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts MathML in the place of formulas in sanitised HTML, where they are understood. */
public final class WithMathMl {
  private static final Pattern FORMULA =
      Pattern.compile("<(span|div) class=\"math\">(.*?)</\\1>", Pattern.DOTALL);

  /** The sanitiser parts braces with comments, against templates. */
  private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);

  private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,7})|(lt|gt|amp|quot));");

  private WithMathMl() {}

  /** The same HTML; what is not understood stays LaTeX. */
  public static String in(String html) {
    return FORMULA.matcher(html).replaceAll(found -> Matcher.quoteReplacement(formula(found)));
  }

  private static String formula(MatchResult found) {
    boolean display = found.group(1).equals("div");
    return MathMl.of(latex(found.group(2)), display)
        .map(math -> display ? "<div class=\"formula\">" + math + "</div>" : math)
        .orElse(found.group());
  }

  private static String latex(String escaped) {
    return ENTITY
        .matcher(COMMENT.matcher(escaped).replaceAll(""))
        .replaceAll(found -> Matcher.quoteReplacement(sign(found)));
  }

  private static String sign(MatchResult entity) {
    String number = entity.group(1);
    if (number != null) {
      int point = Integer.parseInt(number);
      return Character.isValidCodePoint(point) ? Character.toString(point) : "";
    }
    return switch (entity.group(2)) {
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      default -> "&";
    };
  }
}
