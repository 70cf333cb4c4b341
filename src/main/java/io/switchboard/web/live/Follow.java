package io.switchboard.web.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.http.Events;
import io.switchboard.markup.GrowingMarkdown;
import io.switchboard.web.prose.Prose;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one reader the newest state of an answer, a few times a second at most. */
final class Follow implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Follow.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration BETWEEN = Duration.ofMillis(200);

  private final Events events;
  private final GrowingMarkdown text = new GrowingMarkdown();
  private final AutoCloseable subscription;
  private final Thread thread;
  private GrowingAnswers.@Nullable State newest;
  private int longest;
  private boolean ended;
  private boolean over;

  Follow(GrowingAnswers answers, String token, Events events) {
    this.events = events;
    subscription = answers.watch(token, this::set);
    answers.now(token).ifPresent(this::set);
    thread = Thread.ofVirtual().name("live page").start(this::run);
  }

  /** What was read first may be told after what came later: an answer only grows, then ends. */
  private synchronized void set(GrowingAnswers.State state) {
    boolean ends = state.share() != null;
    if (!ended && (ends || state.answer().length() >= longest)) {
      newest = state;
      longest = state.answer().length();
      ended = ends;
      notifyAll();
    }
  }

  private synchronized GrowingAnswers.@Nullable State take() throws InterruptedException {
    while (newest == null && !over) {
      wait();
    }
    GrowingAnswers.State state = newest;
    newest = null;
    return over ? null : state;
  }

  private void run() {
    try {
      for (GrowingAnswers.State state = take(); state != null; state = take()) {
        String share = state.share();
        String html = Prose.of(text.parse(state.answer()), "t1-a").html();
        events.send("answer", JSON.createObjectNode().put("html", html).toString());
        if (share != null) {
          events.send("done", JSON.createObjectNode().put("path", share).toString());
          return;
        }
        LockSupport.parkNanos(BETWEEN.toNanos());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warn("a live page is not told any more", e);
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      over = true;
      notifyAll();
    }
    thread.interrupt();
    try {
      subscription.close();
    } catch (Exception e) {
      LOG.warn("an answer could not be let go", e);
    }
  }
}
