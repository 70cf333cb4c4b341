package io.switchboard.web;

import io.switchboard.http.Mishaps;
import io.switchboard.http.Request;
import io.switchboard.http.Response;
import io.switchboard.http.Routes;
import io.switchboard.http.files.Assets;
import java.util.Map;
import java.util.Set;

/** What went wrong, said in the reader's language. Programs get it plain and in English. */
public final class MishapPages implements Mishaps {
  private static final Set<Integer> KNOWN = Set.of(400, 403, 404, 405, 408, 413, 429, 500, 503);
  private static final int OTHER = 400;

  private final Assets assets;

  public MishapPages(Assets assets) {
    this.assets = assets;
  }

  /** Answers where nobody else does. */
  public void on(Routes routes) {
    Pages.files(assets);
    routes.otherwise(this);
  }

  @Override
  public Response page(Request request, int status, String why) {
    if (!request.header("Accept").orElse("").contains("text/html")) {
      return PLAIN.page(request, status, why);
    }
    PageFrame frame = PageFrame.of(request, assets);
    int known = KNOWN.contains(status) ? status : OTHER;
    return Pages.of(
            "mishap",
            Map.of(
                "frame",
                frame,
                "title",
                frame.say("web.mishap." + known),
                "text",
                frame.say("web.mishap." + known + ".more")))
        .status(status);
  }
}
