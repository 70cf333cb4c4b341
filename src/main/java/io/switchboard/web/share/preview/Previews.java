package io.switchboard.web.share.preview;

import io.switchboard.http.Request;
import io.switchboard.http.Response;
import io.switchboard.http.Routes;
import io.switchboard.picture.card.Card;
import io.switchboard.share.SharedCopy;
import io.switchboard.share.read.OpenShares;
import io.switchboard.web.kept.KeptPages;
import io.switchboard.web.share.Reading;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** {@code /oembed}, and the picture of a link at {@code /s/{token}/{version}.png}. */
public final class Previews {
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{1,100}");

  /** Nothing in a picture changes with the time. */
  private static final Duration KEPT_FOR = Duration.ofHours(1);

  private final Reading reading;
  private final Supplier<String> address;
  private final Function<Request, Response> missing;
  private final KeptPages<OpenShares.Open> pictures;

  /**
   * @param address where the world reaches the pages, without a slash at the end
   * @param missing what is answered where there is nothing
   */
  public Previews(
      Reading reading,
      InstantSource time,
      Supplier<String> address,
      Function<Request, Response> missing) {
    this.reading = reading;
    this.address = address;
    this.missing = missing;
    this.pictures = new KeptPages<>(time, reading::glance, KEPT_FOR);
  }

  /** Answers there. */
  public void on(Routes routes) {
    routes.get("/oembed", this::oembed);
    routes.get("/s/{token}/{version}.png", this::picture);
  }

  private Response picture(Request request) {
    String token = request.param("token");
    return pictures
        .find(token, "")
        .map(KeptPages.Kept::response)
        .or(() -> peek(token).flatMap(copy -> drawn(token, copy)))
        .orElseGet(() -> missing.apply(request));
  }

  private Optional<Response> drawn(String token, SharedCopy copy) {
    return Preview.card(copy)
        .map(Card::png)
        .map(
            png ->
                pictures.keep(
                    token,
                    "",
                    OpenShares.Open.of(copy),
                    Response.bytes("image/png", png)
                        // It is there to be shown on other pages.
                        .header("Cross-Origin-Resource-Policy", "cross-origin")));
  }

  private Response oembed(Request request) {
    if (!request.query("format").orElse("json").equals("json")) {
      return Response.empty(501);
    }
    String home = address.get();
    String asked = request.query("url").orElse("");
    String token = asked.startsWith(home + "/s/") ? asked.substring(home.length() + 3) : "";
    return peek(token)
        .flatMap(copy -> Preview.of(copy, "/s/" + token, home))
        .map(preview -> OEmbed.of(preview, home))
        .orElseGet(() -> missing.apply(request));
  }

  private Optional<SharedCopy> peek(String token) {
    return TOKEN.matcher(token).matches()
        ? reading.peek(token).filter(Preview::open).filter(copy -> !copy.sight().grows())
        : Optional.empty();
  }
}
