package io.switchboard.web;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What axe finds wrong with a page for people who see, hear or move otherwise. */
public final class Axe {
  private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
  private static final String RUN =
      "async () => (await axe.run(document, {iframes: false})).violations.map(v => v.id + ': ' +"
          + " v.help + ' ' + v.nodes.map(n => n.html.slice(0, 200)"
          + " + ' ' + n.any.map(a => a.message).join(' ')).slice(0, 3).join(' | '))";

  private Axe() {}

  /** A line each; the page's context must bypass its policy. */
  public static List<?> findings(Page page) {
    try (InputStream in = Objects.requireNonNull(Axe.class.getResourceAsStream(AXE))) {
      page.evaluate(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return (List<?>) page.evaluate(RUN);
  }
}
