package io.switchboard.web.gallery;

import io.switchboard.community.gallery.Found;
import io.switchboard.community.gallery.Gallery;
import io.switchboard.community.gallery.Wanted;
import io.switchboard.http.Refused;
import io.switchboard.http.Request;
import io.switchboard.http.Response;
import io.switchboard.http.Routes;
import io.switchboard.http.Throttle;
import io.switchboard.http.files.Assets;
import io.switchboard.web.PageFrame;
import io.switchboard.web.Pages;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** {@code /gallery}: the community's posts. */
public final class GalleryPages {
  private static final int A_PAGE = 20;

  /** So often may a network look at once, and gets back in the time below. */
  private static final int LOOKS = 120;

  private static final Duration LOOKS_IN = Duration.ofMinutes(2);

  private final Gallery gallery;
  private final InstantSource time;
  private final Assets assets;
  private final Throttle looks;

  public GalleryPages(Gallery gallery, InstantSource time, Assets assets) {
    this.gallery = gallery;
    this.time = time;
    this.assets = assets;
    this.looks = new Throttle(time, LOOKS, LOOKS_IN);
  }

  /** Answers there. */
  public void on(Routes routes) {
    Pages.files(assets);
    assets.add("gallery.css", "web/page/gallery.css");
    routes.get("/gallery", this::page);
  }

  private Response page(Request request) {
    if (!looks.allows(request.network())) {
      throw Refused.tooMany(looks.retryAfterSeconds());
    }
    Wanted wanted =
        new Wanted(
            request.query("q").orElse(""),
            request.query("tag").orElse(""),
            request.query("sort").orElse("").equals("liked")
                ? Wanted.Order.LIKED
                : Wanted.Order.NEW,
            page(request.query("page").orElse("")));
    // While the community is off there is no such page, as there is none at any other address.
    Optional<Found> found = gallery.find(wanted, A_PAGE);
    Found there = found.orElseThrow(Refused::notFound);
    PageFrame frame = PageFrame.of(request, assets);
    return Pages.of(
        "gallery",
        Map.of(
            "frame",
            frame,
            "view",
            GalleryView.of(wanted, there, gallery.tags(), frame, time.instant())));
  }

  private static int page(String number) {
    return number.matches("\\d{1,6}") ? Math.max(0, Integer.parseInt(number) - 1) : 0;
  }
}
