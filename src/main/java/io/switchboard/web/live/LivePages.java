package io.switchboard.web.live;

import io.switchboard.http.Request;
import io.switchboard.http.Response;
import io.switchboard.http.Routes;
import io.switchboard.http.Throttle;
import io.switchboard.http.files.Assets;
import io.switchboard.markup.Markdown;
import io.switchboard.web.PageFrame;
import io.switchboard.web.Pages;
import io.switchboard.web.prose.Prose;
import io.switchboard.web.prose.Tongue;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code /live/{token}}: an answer while it is written, then the share that it became. */
public final class LivePages {
  /** Wrong addresses that a network may open at once, and get back in the time below. */
  private static final int MISSES = 30;

  private static final Duration MISSES_IN = Duration.ofMinutes(10);
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{22,64}");

  private final GrowingAnswers answers;
  private final Assets assets;
  private final Throttle misses;

  public LivePages(GrowingAnswers answers, InstantSource time, Assets assets) {
    this.answers = answers;
    this.assets = assets;
    this.misses = new Throttle(time, MISSES, MISSES_IN);
  }

  /**
   * The page.
   *
   * @param path of the events
   * @param question as sanitised HTML
   * @param answer as sanitised HTML
   */
  public record Live(
      String title,
      String titleLanguage,
      String path,
      String question,
      String questionLanguage,
      String answer) {}

  /** Answers there. */
  public void on(Routes routes) {
    Pages.files(assets);
    assets.add("live.js", "web/page/live.js");
    routes.get("/live/{token}", this::page);
    routes.get("/live/{token}/events", this::events);
  }

  private Optional<GrowingAnswers.State> find(String token) {
    return TOKEN.matcher(token).matches() ? answers.now(token) : Optional.empty();
  }

  private Response page(Request request) {
    PageFrame frame = PageFrame.of(request, assets);
    String token = request.param("token");
    Optional<GrowingAnswers.State> found = find(token);
    if (found.isEmpty()) {
      return missing(request, frame);
    }
    GrowingAnswers.State state = found.get();
    String share = state.share();
    if (share != null) {
      return Response.redirect(share);
    }
    Live live =
        new Live(
            state.title(),
            Tongue.of(state.title()),
            "/live/" + token + "/events",
            Prose.of(Markdown.parse(state.question()), "t1-q").html(),
            Tongue.of(state.question()),
            Prose.of(Markdown.parse(state.answer()), "t1-a").html());
    return Pages.of("live", Map.of("frame", frame, "page", live));
  }

  private Response events(Request request) {
    String token = request.param("token");
    return find(token).isEmpty()
        ? missing(request, PageFrame.of(request, assets))
        : Response.events(events -> new Follow(answers, token, events));
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
