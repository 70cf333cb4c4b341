package io.switchboard.sandbox;

import io.switchboard.chat.event.Inbox;
import io.switchboard.http.Refused;
import io.switchboard.http.Request;
import io.switchboard.http.Response;
import io.switchboard.http.Routes;
import io.switchboard.http.files.Assets;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page {@code /sandbox} and its API. */
public final class Sandbox {
  private static final String FILES = "web/sandbox/";
  private static final List<String> SHOWN =
      List.of(
          "switchboard.svg",
          "hash.svg",
          "thread.svg",
          "star.svg",
          "group.svg",
          "bot.svg",
          "eye.svg",
          "sandbox.css",
          "panes.css",
          "state.js",
          "messages.js",
          "composer.js",
          "sandbox.js");

  private static final Pattern ASSET = Pattern.compile("\\{\\{([\\w.]+)}}");

  private final SandboxPlatform platform;
  private final SandboxInbox inbox;
  private final SandboxScene scene;
  private Function<Request, Response> dashboard =
      request -> {
        throw Refused.notFound();
      };

  /**
   * A sandbox whose events go to the inbox.
   *
   * @param scene what the page tells about the account and the commands
   */
  public Sandbox(SandboxPlatform platform, Inbox inbox, SandboxScene scene) {
    this.platform = platform;
    this.inbox = new SandboxInbox(platform, inbox);
    this.scene = scene;
  }

  /** Says what signs a browser in as the admin, and leads it to the dashboard. At wiring. */
  public Sandbox leadTo(Function<Request, Response> signedInAsAdmin) {
    dashboard = signedInAsAdmin;
    return this;
  }

  /** Gives the inbox what it did not take before the program ended. When the inbox is ready. */
  public void start() {
    inbox.giveAgain();
  }

  /** Answers there. */
  public void on(Routes routes, Assets assets) {
    SHOWN.forEach(name -> assets.add(name, FILES + name));
    assets.add("text.css", "web/common/text.css").add("parts.js", "web/common/parts.js");
    assets.add("highlight.js", "META-INF/resources/webjars/highlightjs/11.11.1/highlight.min.js");
    String page = page(assets);
    routes.get(
        "/sandbox",
        request -> {
          if (!request.local()) {
            throw new Refused(
                403,
                "The sandbox lets anybody be anybody, so it opens only in a browser on the"
                    + " machine that it runs on.");
          }
          return Response.html(page);
        });
    routes.post(
        "/sandbox/dashboard",
        request -> {
          // A form of a page that tells no referrer has no origin.
          String site = request.header("Sec-Fetch-Site").orElse("same-origin");
          if (!request.local() || !site.equals("same-origin")) {
            throw new Refused(403, "This works only from the sandbox's own page.");
          }
          return dashboard.apply(request);
        });
    routes.get(
        "/sandbox/api/scene", SandboxApi.guarded(request -> scene.respond(request, platform)));
    new SandboxApi(platform, inbox).on(routes);
  }

  private static String page(Assets assets) {
    try (InputStream in =
        Sandbox.class.getClassLoader().getResourceAsStream(FILES + "sandbox.html")) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + FILES + "sandbox.html");
      }
      String html = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return ASSET
          .matcher(html)
          .replaceAll(found -> Matcher.quoteReplacement(assets.path(found.group(1))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
