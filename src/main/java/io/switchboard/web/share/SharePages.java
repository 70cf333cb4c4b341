package io.switchboard.web.share;

import io.switchboard.http.Request;
import io.switchboard.http.Response;
import io.switchboard.http.Routes;
import io.switchboard.http.Throttle;
import io.switchboard.http.files.Assets;
import io.switchboard.share.SharedCopy;
import io.switchboard.share.read.Entered;
import io.switchboard.share.read.OpenShares;
import io.switchboard.share.read.Opened;
import io.switchboard.share.read.Reader;
import io.switchboard.share.read.Typed;
import io.switchboard.web.PageFrame;
import io.switchboard.web.Pages;
import io.switchboard.web.kept.KeptPages;
import io.switchboard.web.live.LiveAnswers;
import io.switchboard.web.share.preview.Crawlers;
import io.switchboard.web.share.preview.Preview;
import io.switchboard.web.share.preview.Previews;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code /s/{token}}, and its downloads. */
public final class SharePages {
  /** Wrong links that a network may open at once, and get back in the time below. */
  private static final int MISSES = 30;

  private static final Duration MISSES_IN = Duration.ofMinutes(10);

  /** What a page says of the time left changes with the time. */
  private static final Duration KEPT_FOR = Duration.ofSeconds(20);

  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{1,100}");

  private final Reading reading;
  private final InstantSource time;
  private final Assets assets;
  private final Around around;
  private final Throttle misses;
  private final KeptPages<OpenShares.Open> kept;
  private final Previews previews;
  private final LiveAnswers live;

  @FunctionalInterface
  private interface Form {
    Response of(SharedCopy copy, PageFrame frame);
  }

  public SharePages(Reading reading, InstantSource time, Assets assets, Around around) {
    this.reading = reading;
    this.time = time;
    this.assets = assets;
    this.around = around;
    this.misses = new Throttle(time, MISSES, MISSES_IN);
    this.kept = new KeptPages<>(time, reading::glance, KEPT_FOR);
    this.previews =
        new Previews(
            reading,
            time,
            around.address(),
            request -> missing(request, PageFrame.of(request, assets)));
    this.live = new LiveAnswers(reading::grown);
  }

  /** Answers there. */
  public void on(Routes routes) {
    Pages.files(assets);
    DiagramFrame.on(routes, assets);
    routes.get("/s/{token}.md", request -> respond(request, ShareFiles::markdown));
    routes.get("/s/{token}.pdf", request -> respond(request, SharePdf::of));
    routes.get(
        "/s/{token}.json", request -> respond(request, (copy, frame) -> ShareFiles.json(copy)));
    routes.get("/s/{token}/events", this::events);
    routes.get("/s/{token}", this::page);
    routes.post("/s/{token}", this::enter);
    previews.on(routes);
  }

  private Response page(Request request) {
    String token = request.param("token");
    PageFrame frame = PageFrame.of(request, assets);
    Optional<KeptPages.Kept<OpenShares.Open>> ready = kept.find(token, frame.language());
    boolean looksOnly = Crawlers.sent(request);
    if (ready.isPresent()) {
      if (!looksOnly) {
        reading.seen(ready.get().version().share());
      }
      return ready.get().response();
    }
    Optional<SharedCopy> looked =
        looksOnly && TOKEN.matcher(token).matches() ? reading.peek(token) : Optional.empty();
    if (looked.isPresent()) {
      return page(looked.get(), token, frame);
    }
    return respond(request, (copy, f) -> page(copy, token, f));
  }

  private Response page(SharedCopy copy, String token, PageFrame frame) {
    SharePage page = SharePage.of(copy, token, frame, time.instant());
    Map<String, Object> params = new HashMap<>(Map.of("frame", frame, "page", page));
    if (copy.sight().grows()) {
      return Pages.of("share", params);
    }
    Preview.of(copy, page.path(), around.address().get())
        .ifPresent(preview -> params.put("preview", preview));
    if (copy.sight().by() == SharedCopy.By.PREVIEW) {
      return Pages.of("share", params);
    }
    params.put("onward", around.onward().apply("import-" + token));
    params.put("address", around.address().get() + page.path());
    Response response = Pages.of("share", params);
    return copy.sight().by() == SharedCopy.By.LINK
        ? kept.keep(token, frame.language(), OpenShares.Open.of(copy), response)
        : response;
  }

  /** To follow a page that is open already is no further view of it. */
  private Response events(Request request) {
    String token = request.param("token");
    Optional<SharedCopy> open =
        TOKEN.matcher(token).matches() ? reading.peek(token) : Optional.empty();
    return open.map(copy -> live(copy, request))
        .orElseGet(() -> respond(request, (copy, frame) -> live(copy, request)));
  }

  /** Of an answer that is whole there is nothing to follow. */
  private Response live(SharedCopy copy, Request request) {
    return copy.sight().grows() ? live.follow(request, copy) : Response.empty(204);
  }

  private Response respond(Request request, Form form) {
    PageFrame frame = PageFrame.of(request, assets);
    String token = request.param("token");
    return switch (open(token, around.reader().apply(request))) {
      case Opened.Page(SharedCopy copy) -> form.of(copy, frame);
      case Opened.Gate gate -> GatePage.of(gate, token, "", frame);
      case Opened.Nothing ignored -> missing(request, frame);
    };
  }

  private Opened open(String token, Reader reader) {
    return TOKEN.matcher(token).matches() ? reading.open(token, reader) : new Opened.Nothing();
  }

  private Response enter(Request request) {
    PageFrame frame = PageFrame.of(request, assets);
    String token = request.param("token");
    if (request.query("sign-in").isPresent()) {
      // Of the same length for every address, and without asking whether there is such a share.
      return around.signIn().apply(request, TOKEN.matcher(token).matches() ? "/s/" + token : "/");
    }
    String typed = GatePage.typed(request);
    if (!TOKEN.matcher(token).matches()) {
      return missing(request, frame);
    }
    Reader reader = around.reader().apply(request);
    return switch (reading.enter(token, reader, new Typed(typed, request.network()))) {
      case Entered.In(String path) -> Response.redirect(path);
      case Entered.Wrong ignored -> again(request, reader, frame, "web.gate.wrong").status(403);
      case Entered.TooMany ignored -> again(request, reader, frame, "web.gate.many").status(429);
      case Entered.Nothing ignored -> missing(request, frame);
    };
  }

  private Response again(Request request, Reader reader, PageFrame frame, String why) {
    String token = request.param("token");
    return open(token, reader) instanceof Opened.Gate gate
        ? GatePage.of(gate, token, frame.say(why), frame)
        : missing(request, frame);
  }

  private Response missing(Request request, PageFrame frame) {
    Response page =
        Pages.of(
            "missing",
            Map.of(
                "frame",
                frame,
                "title",
                frame.say("web.missing"),
                "text",
                frame.say("web.missing.more")));
    return misses.allows(request.network())
        ? page.status(404)
        : page.status(429).header("Retry-After", Long.toString(misses.retryAfterSeconds()));
  }
}
