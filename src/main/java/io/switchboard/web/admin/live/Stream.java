package io.switchboard.web.admin.live;

import io.switchboard.http.Events;
import io.switchboard.member.MemberId;
import io.switchboard.web.admin.Part;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One live page: looks now and then, and sends what reads otherwise than before. */
final class Stream implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Stream.class);

  /** However much happens, there is so long between two looks. */
  private static final long PAUSE_MILLIS = 1_000;

  private final MemberId member;
  private final Supplier<Optional<List<Part>>> look;
  private final Events events;
  private final Streams.Bounds bounds;
  private final Consumer<Stream> ended;
  private final Semaphore wakes = new Semaphore(0);
  private final Map<String, String> shown = new HashMap<>();
  private volatile boolean over;
  private @Nullable Thread thread;

  Stream(
      MemberId member,
      Supplier<Optional<List<Part>>> look,
      Events events,
      Streams.Bounds bounds,
      Consumer<Stream> ended) {
    this.member = member;
    this.look = look;
    this.events = events;
    this.bounds = bounds;
    this.ended = ended;
  }

  boolean of(MemberId other) {
    return member.equals(other);
  }

  void start() {
    thread = Thread.ofVirtual().name("live page of " + member).start(this::run);
  }

  void wake() {
    wakes.release();
  }

  /** Ends it, and tells the page why in a word. */
  void end(String why) {
    over = true;
    events.send("end", why);
    events.endAfterThat();
    wake();
  }

  private void run() {
    long end = System.nanoTime() + bounds.length().toNanos();
    try {
      while (!over && System.nanoTime() < end) {
        if (!show()) {
          end("out");
          return;
        }
        rest();
      }
      events.endAfterThat();
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      // The browser comes back by itself.
      if (!over) {
        log.warn("a live page of member {} broke off", member, e);
      }
      events.endAfterThat();
    } finally {
      ended.accept(this);
    }
  }

  private boolean show() {
    Optional<List<Part>> parts = look.get();
    if (parts.isEmpty()) {
      return false;
    }
    for (Part part : parts.get()) {
      String html = part.html();
      if (!html.equals(shown.put(part.name(), html))) {
        events.send(part.name(), html);
      }
    }
    return true;
  }

  private void rest() throws InterruptedException {
    long most = bounds.every().toMillis();
    long least = Math.min(PAUSE_MILLIS, most);
    TimeUnit.MILLISECONDS.sleep(least);
    boolean ignored = wakes.tryAcquire(Math.max(0, most - least), TimeUnit.MILLISECONDS);
    wakes.drainPermits();
  }

  /** Waits a little until it has looked for the last time. */
  void join(Duration atMost) throws InterruptedException {
    Thread running = thread;
    if (running != null) {
      boolean ignored = running.join(atMost);
    }
  }

  @Override
  public void close() {
    over = true;
    Thread running = thread;
    if (running != null) {
      running.interrupt();
    }
    ended.accept(this);
  }
}
