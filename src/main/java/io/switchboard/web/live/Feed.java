package io.switchboard.web.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.http.Events;
import io.switchboard.markup.GrowingMarkdown;
import io.switchboard.share.read.OpenShares.Grown;
import io.switchboard.web.prose.Prose;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One answer that grows, and those who look on. Ends with the answer, or when nobody looks. */
final class Feed {
  private static final Logger log = LoggerFactory.getLogger(Feed.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration BETWEEN = Duration.ofMillis(300);

  private final Supplier<Optional<Grown>> source;
  private final GrowingMarkdown text = new GrowingMarkdown();
  private final Set<Events> looking = new HashSet<>();
  private String html = "";
  private boolean over;

  Feed(Supplier<Optional<Grown>> source) {
    this.source = source;
  }

  void start() {
    Thread.ofVirtual().name("live page").start(this::run);
  }

  /** Looks on from here; false if it has ended. */
  synchronized boolean join(Events events) {
    if (over) {
      return false;
    }
    looking.add(events);
    if (!html.isEmpty()) {
      events.send("answer", more(0, html));
    }
    return true;
  }

  /** Looks no longer; whether nobody does, so that it ends. */
  synchronized boolean leave(Events events) {
    looking.remove(events);
    over |= looking.isEmpty();
    return over;
  }

  private synchronized boolean isOver() {
    return over;
  }

  private void run() {
    long seen = -1;
    try {
      while (!isOver()) {
        Optional<Grown> now = source.get();
        if (now.isEmpty()) {
          break;
        }
        if (now.get().version() != seen) {
          seen = now.get().version();
          show(Prose.of(text.parse(now.get().answer()), "t1-a").html());
        }
        LockSupport.parkNanos(BETWEEN.toNanos());
      }
    } catch (RuntimeException | Error e) {
      log.warn("a page that fills is followed no more; its readers read it again", e);
    } finally {
      end();
    }
  }

  private synchronized void show(String now) {
    int keep = 0;
    int most = Math.min(html.length(), now.length());
    while (keep < most && html.charAt(keep) == now.charAt(keep)) {
      keep++;
    }
    String event = more(keep, now.substring(keep));
    html = now;
    looking.forEach(events -> events.send("answer", event));
  }

  private synchronized void end() {
    over = true;
    looking.forEach(
        events -> {
          events.send("done", "{}");
          events.endAfterThat();
        });
  }

  /** So much of what was sent before stays, in UTF-16 units as scripts count; then comes this. */
  private static String more(int keep, String more) {
    return JSON.createObjectNode().put("keep", keep).put("more", more).toString();
  }
}
