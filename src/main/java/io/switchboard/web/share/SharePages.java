package io.switchboard.web.share;

import io.switchboard.http.Request;
import io.switchboard.http.Response;
import io.switchboard.http.Routes;
import io.switchboard.http.Throttle;
import io.switchboard.http.files.Assets;
import io.switchboard.share.SharedCopy;
import io.switchboard.share.read.Opened;
import io.switchboard.share.read.Reader;
import io.switchboard.web.PageFrame;
import io.switchboard.web.Pages;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code /s/{token}} and its downloads. */
public final class SharePages {
  /** Wrong links that a network may open at once, and get back in the time below. */
  private static final int MISSES = 30;

  private static final Duration MISSES_IN = Duration.ofMinutes(10);
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{1,100}");

  private final Reading reading;
  private final InstantSource time;
  private final Assets assets;
  private final Throttle misses;

  /** Where shares are read. */
  @FunctionalInterface
  public interface Reading {
    /** What this link gives to this reader now. */
    Opened open(String token, Reader reader);
  }

  @FunctionalInterface
  private interface Form {
    Response of(SharedCopy copy, PageFrame frame);
  }

  public SharePages(Reading reading, InstantSource time, Assets assets) {
    this.reading = reading;
    this.time = time;
    this.assets = assets;
    this.misses = new Throttle(time, MISSES, MISSES_IN);
  }

  /** Answers there. */
  public void on(Routes routes) {
    Pages.files(assets);
    DiagramFrame.on(routes, assets);
    routes.get("/s/{token}.md", request -> respond(request, ShareFiles::markdown));
    routes.get(
        "/s/{token}.json", request -> respond(request, (copy, frame) -> ShareFiles.json(copy)));
    routes.get(
        "/s/{token}",
        request -> respond(request, (copy, frame) -> page(copy, request.param("token"), frame)));
  }

  private Response respond(Request request, Form form) {
    PageFrame frame = PageFrame.of(request, assets);
    String token = request.param("token");
    Opened opened =
        TOKEN.matcher(token).matches() ? reading.open(token, Reader.ANYBODY) : new Opened.Nothing();
    return switch (opened) {
      case Opened.Page(SharedCopy copy) -> form.of(copy, frame);
      case Opened.Gate ignored -> missing(request, frame);
      case Opened.Nothing ignored -> missing(request, frame);
    };
  }

  private Response page(SharedCopy copy, String token, PageFrame frame) {
    SharePage page = SharePage.of(copy, token, frame, time.instant());
    return Pages.of("share", Map.of("frame", frame, "page", page));
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
