package io.switchboard.web.prose;

import io.switchboard.markup.Document;
import io.switchboard.markup.Html;
import io.switchboard.markup.html.Unescaped;
import io.switchboard.markup.html.WithMathMl;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document as it stands within a page: each block in the direction of its own script (paragraphs
 * by the style sheet: with an attribute of their own, what they stand in would not see their text),
 * headings below the page's own, wide things in boxes that scroll, formulas as MathML where they
 * are understood. Only whole tags are touched, which the sanitised HTML has nowhere but as tags.
 *
 * @param html to be written into a page as it is
 */
public record Prose(String html, List<Heading> headings) {
  private static final Pattern HEADING = Pattern.compile("<h([1-6])>(.*?)</h\\1>", Pattern.DOTALL);
  private static final Pattern BLOCK = Pattern.compile("<(ul|ol|blockquote|table|summary)(?=[ >])");

  /** A formula does not break between lines; one of so many characters scrolls by itself. */
  private static final int LONG_IN_A_LINE = 60;

  public Prose {
    headings = List.copyOf(headings);
  }

  /**
   * A heading of the text.
   *
   * @param level 3 to 6
   * @param id within the page
   * @param text plain
   */
  public record Heading(int level, String id, String text) {}

  /**
   * Makes it.
   *
   * @param part which part of the page this is; headings are named after it
   */
  public static Prose of(Document document, String part) {
    List<Heading> headings = new ArrayList<>();
    String plain = Html.of(document);
    int upper =
        HEADING
            .matcher(plain)
            .results()
            .mapToInt(found -> Integer.parseInt(found.group(1)))
            .min()
            .orElse(1);
    String html =
        HEADING
            .matcher(plain)
            .replaceAll(
                found -> {
                  Heading heading =
                      new Heading(
                          level(Integer.parseInt(found.group(1)) - upper, headings),
                          part + "-" + (headings.size() + 1),
                          Unescaped.text(found.group(2)));
                  headings.add(heading);
                  return Matcher.quoteReplacement(written(heading, found.group(2)));
                });
    html =
        BLOCK
            .matcher(html)
            .replaceAll("<$1 dir=\"auto\"")
            .replace("<table dir", "<div class=\"scroll\" tabindex=\"0\"><table dir")
            .replace("<aside class=\"footnote\">", "<div class=\"footnote\" role=\"note\">")
            .replace("</aside>", "</div>")
            .replace("</table>", "</table></div>")
            .replace("<pre>", "<div class=\"code\"><pre tabindex=\"0\" dir=\"ltr\">")
            .replace("</pre>", "</pre></div>");
    return new Prose(WithMathMl.in(html, Prose::formula), headings);
  }

  /** The uppermost is the third of the page, and none is more than one below the one before. */
  private static int level(int below, List<Heading> before) {
    int last = before.isEmpty() ? 2 : before.getLast().level();
    return Math.min(Math.min(6, 3 + below), last + 1);
  }

  private static String written(Heading heading, String inner) {
    String tag = "h" + heading.level();
    return "<" + tag + " id=\"" + heading.id() + "\" dir=\"auto\">" + inner + "</" + tag + ">";
  }

  private static String formula(WithMathMl.Formula formula) {
    String tag = formula.display() ? "div" : "span";
    boolean wide = formula.display() || formula.latex().length() > LONG_IN_A_LINE;
    String focus = wide ? " tabindex=\"0\"" : "";
    String understood = wide && !formula.display() ? "formula wide" : "formula";
    String kind = formula.math().isPresent() ? understood : "math";
    return "<%s class=\"%s\" dir=\"ltr\"%s>%s</%s>"
        .formatted(tag, kind, focus, formula.math().orElse(formula.escaped()), tag);
  }
}
