package io.switchboard.web;

import io.switchboard.markup.Document;
import io.switchboard.markup.Html;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document as it stands within a page: each block in the direction of its own script (paragraphs
 * by the style sheet: with an attribute of their own, what they stand in would not see their text),
 * headings below the page's own, wide things in boxes that scroll. Only whole tags are touched,
 * which the sanitised HTML has nowhere but as tags.
 */
final class Prose {
  private static final Pattern HEADING = Pattern.compile("<(/?)h([1-6])>");
  private static final Pattern BLOCK =
      Pattern.compile("<(h[3-6]|ul|ol|blockquote|table|summary)(?=[ >])");

  private Prose() {}

  static String of(Document document) {
    String html = HEADING.matcher(Html.of(document)).replaceAll(Prose::lower);
    return BLOCK
        .matcher(html)
        .replaceAll("<$1 dir=\"auto\"")
        .replace("<table dir", "<div class=\"scroll\" tabindex=\"0\"><table dir")
        .replace("</table>", "</table></div>")
        .replace("<pre>", "<div class=\"code\"><pre tabindex=\"0\" dir=\"ltr\">")
        .replace("</pre>", "</pre></div>")
        .replace("class=\"math\"", "class=\"math\" dir=\"ltr\"");
  }

  private static String lower(java.util.regex.MatchResult heading) {
    int level = Math.min(6, Integer.parseInt(heading.group(2)) + 2);
    return Matcher.quoteReplacement("<" + heading.group(1) + "h" + level + ">");
  }
}
