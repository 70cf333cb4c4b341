package io.switchboard.markup.html;

import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** The last wall before a browser: what is not on this list does not pass. */
public final class Wall {
  private static final PolicyFactory POLICY =
      new HtmlPolicyBuilder()
          .allowElements(
              "p",
              "h1",
              "h2",
              "h3",
              "h4",
              "h5",
              "h6",
              "pre",
              "code",
              "blockquote",
              "ol",
              "ul",
              "li",
              "table",
              "thead",
              "tbody",
              "tr",
              "th",
              "td",
              "hr",
              "details",
              "summary",
              "aside",
              "a",
              "em",
              "strong",
              "del",
              "br",
              "span",
              "div",
              "time",
              "sup")
          .allowTextIn("pre", "table", "ol", "ul")
          .allowAttributes("class")
          .matching(Pattern.compile("language-[\\w.+#-]{1,40}"))
          .onElements("code")
          .allowAttributes("class")
          .matching(Pattern.compile("math|task|left|center|right|footnote|reasoning|image"))
          .onElements("span", "div", "th", "td", "sup", "aside", "details", "a")
          .allowAttributes("start")
          .matching(Pattern.compile("\\d{1,9}"))
          .onElements("ol")
          .allowAttributes("datetime")
          .matching(Pattern.compile("[-0-9TZ:.+]{1,40}"))
          .onElements("time")
          .allowAttributes("href")
          .onElements("a")
          .allowUrlProtocols("http", "https", "mailto")
          .requireRelsOnLinks("noopener", "noreferrer", "nofollow", "ugc")
          .toFactory();

  private Wall() {}

  /** The HTML without all that is not allowed. */
  public static String pass(String html) {
    return POLICY.sanitize(html);
  }
}
