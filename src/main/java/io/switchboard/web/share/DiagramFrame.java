package io.switchboard.web.share;

import io.switchboard.http.Response;
import io.switchboard.http.Routes;
import io.switchboard.http.files.Assets;
import io.switchboard.web.PageFrame;
import io.switchboard.web.Pages;
import java.util.Map;

/**
 * {@code /diagram}: where a shared page has its diagrams drawn. It knows nothing but what the page
 * around it sends, has no origin of its own, and can ask nobody for anything.
 */
final class DiagramFrame {
  /** Inline styles only: the library writes them into its drawings. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'self'; sandbox allow-scripts";

  private static final String MERMAID = "META-INF/resources/webjars/mermaid/11.14.0/dist/";

  private DiagramFrame() {}

  static void on(Routes routes, Assets assets) {
    assets.add("mermaid.js", MERMAID + "mermaid.min.js");
    assets.add("diagram.js", "web/diagram/diagram.js");
    assets.add("diagram.css", "web/diagram/diagram.css");
    routes.get("/diagram", request -> page(PageFrame.of(request, assets)));
  }

  private static Response page(PageFrame frame) {
    return Pages.of("diagram", Map.of("frame", frame))
        .header("Content-Security-Policy", POLICY)
        .header("X-Frame-Options", "SAMEORIGIN");
  }
}
