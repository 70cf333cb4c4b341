package io.switchboard.conversation.export;

import io.switchboard.markup.Html;
import io.switchboard.markup.Markdown;
import io.switchboard.markup.html.WithMathMl;

/** The present path as one page that needs nothing else and does nothing. */
public final class WriteHtml {
  private static final String STYLE =
      """
      :root{color-scheme:light dark}body{font:16px/1.55 system-ui,"Noto Sans CJK SC",\
      "Noto Sans CJK KR",sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}\
      h1{line-height:1.2}h2{font-size:1rem;margin:2rem 0 .3rem}time,.files{opacity:.7;\
      font-size:.85rem}.question{white-space:pre-wrap;overflow-wrap:anywhere;padding:.6rem .9rem;\
      border-left:3px solid #5865f2;background:#5865f214}pre{overflow:auto;padding:.8rem;\
      background:#8881;border-radius:6px}code{font-family:ui-monospace,monospace}\
      table{border-collapse:collapse;display:block;overflow:auto}td,th{border:1px solid #8886;\
      padding:.25rem .6rem}blockquote{border-left:3px solid #8886;margin-left:0;padding-left:1rem}\
      .formula{overflow:auto;margin:.8rem 0}\
      """;

  private WriteHtml() {}

  /** A whole document. */
  public static String of(Whole whole, Labels labels) {
    StringBuilder page = new StringBuilder("<!doctype html>\n<html lang=\"");
    page.append(escaped(labels.language())).append("\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';");
    page.append(" style-src 'unsafe-inline'\">\n<meta name=\"robots\" content=\"noindex\">\n");
    page.append("<meta name=\"viewport\" content=\"width=device-width\">\n<title>");
    page.append(escaped(whole.title())).append("</title>\n<style>").append(STYLE);
    page.append("</style>\n</head>\n<body>\n<h1>").append(escaped(whole.title()));
    page.append("</h1>\n");
    whole.path().forEach(part -> part(page, part, labels));
    return page.append("</body>\n</html>\n").toString();
  }

  private static void part(StringBuilder page, Whole.Part part, Labels labels) {
    String at = part.said().at().toString();
    page.append("<h2>").append(escaped(labels.asked(part))).append("</h2>\n<time datetime=\"");
    page.append(at).append("\">").append(at, 0, 10).append(' ').append(at, 11, 16);
    page.append(" UTC</time>\n<div class=\"question\">");
    page.append(escaped(part.said().question())).append("</div>\n");
    if (!part.files().isEmpty()) {
      page.append("<p class=\"files\">").append(escaped(labels.files())).append(' ');
      page.append(escaped(String.join(", ", part.files()))).append("</p>\n");
    }
    page.append("<h2>").append(escaped(labels.answer())).append("</h2>\n");
    String answer =
        Html.of(Markdown.parse(part.said().answer()).withoutReasoning().withHeadingsBelow(2));
    page.append(WithMathMl.in(answer)).append('\n');
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
