package io.switchboard.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.switchboard.http.Response;
import io.switchboard.http.files.Assets;
import java.util.Map;

/** Fills templates. */
public final class Pages {
  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), "io.switchboard.web.page");

  private Pages() {}

  /** A page from a template. */
  public static Response of(String template, Map<String, Object> params) {
    return Response.html(part(template, params));
  }

  /** A part of a page from a template. */
  public static String part(String template, Map<String, Object> params) {
    StringOutput output = new StringOutput(16_384);
    ENGINE.render(template + ".jte", params, output);
    return output.toString();
  }

  /** The files that pages name. */
  public static void files(Assets assets) {
    assets.add("switchboard.svg", "web/sandbox/switchboard.svg");
    assets.add("highlight.js", "META-INF/resources/webjars/highlightjs/11.11.1/highlight.min.js");
    assets.add("text.css", "web/common/text.css").add("parts.js", "web/common/parts.js");
    assets.add("page.css", "web/page/page.css").add("page.js", "web/page/page.js");
    assets.add("voice.js", "web/page/voice.js").add("live.js", "web/page/live.js");
  }
}
