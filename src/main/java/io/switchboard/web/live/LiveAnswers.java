package io.switchboard.web.live;

import io.switchboard.http.Events;
import io.switchboard.http.Request;
import io.switchboard.http.Response;
import io.switchboard.share.SharedCopy;
import io.switchboard.share.read.OpenShares.Grown;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Sends answers that grow to those who look at their pages. */
public final class LiveAnswers {
  /**
   * Looking on, from one network and from all; who finds no room reads the page again by itself.
   */
  private static final int FROM_ONE = 20;

  private static final int FROM_ALL = 500;
  private static final String COME_AGAIN_SECONDS = "5";

  private final Source source;
  private final Map<SharedCopy.Sight, Feed> feeds = new HashMap<>();
  private final Map<String, Integer> looking = new HashMap<>();
  private int all;

  /** Where answers that grow are read. */
  @FunctionalInterface
  public interface Source {
    /** What there is; empty once it is whole, or shown otherwise. */
    Optional<Grown> now(SharedCopy.Sight sight);
  }

  public LiveAnswers(Source source) {
    this.source = source;
  }

  /** Events for one who was let in. */
  public Response follow(Request request, SharedCopy copy) {
    String network = request.network();
    if (!enter(network)) {
      return Response.empty(503).header("Retry-After", COME_AGAIN_SECONDS);
    }
    return Response.events(
        events -> {
          Feed feed = join(copy.sight(), events);
          return () -> {
            leave(copy.sight(), feed, events);
            goAway(network);
          };
        });
  }

  private synchronized boolean enter(String network) {
    int there = looking.getOrDefault(network, 0);
    if (all >= FROM_ALL || there >= FROM_ONE) {
      return false;
    }
    all++;
    looking.put(network, there + 1);
    return true;
  }

  private synchronized void goAway(String network) {
    all--;
    looking.computeIfPresent(network, (n, there) -> there == 1 ? null : there - 1);
  }

  private synchronized Feed join(SharedCopy.Sight sight, Events events) {
    Feed feed = feeds.get(sight);
    if (feed == null || !feed.join(events)) {
      feed = new Feed(() -> source.now(sight));
      feeds.put(sight, feed);
      boolean joined = feed.join(events);
      assert joined;
      feed.start();
    }
    return feed;
  }

  private synchronized void leave(SharedCopy.Sight sight, Feed feed, Events events) {
    if (feed.leave(events)) {
      feeds.remove(sight, feed);
    }
  }
}
