package io.switchboard.fake.discord;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Rate limits: windows that begin with their first call, in real time. */
final class Limits {
  /** What a bucket says after a call. */
  record Standing(String bucket, int limit, int remaining, long resetAfterMillis, boolean over) {}

  private static final class Window {
    long began;
    int calls;
  }

  private final Map<String, Window> windows = new HashMap<>();
  private final Map<String, Long> pauses = new HashMap<>();
  private int sends = 5;
  private Duration per = Duration.ofSeconds(5);

  /** From now on a channel takes so many sends, and so many edits. */
  synchronized void messages(int calls, Duration span) {
    sends = calls;
    per = span;
  }

  /**
   * From now on this bucket takes no calls for so long: Discord's limits are not published and may
   * change at any time, so that this happens to a bot that did nothing wrong.
   */
  synchronized void pause(String bucket, Duration span) {
    pauses.put(bucket, System.nanoTime() / 1_000_000 + span.toMillis());
  }

  /** How much longer a {@link #pause} goes on, or null. */
  synchronized Standing paused(String bucket) {
    long left = pauses.getOrDefault(bucket, 0L) - System.nanoTime() / 1_000_000;
    return pauses.containsKey(bucket) && left > 0
        ? new Standing(bucket, sends, 0, left, true)
        : null;
  }

  synchronized Standing call(String bucket, boolean message) {
    return message ? take(bucket, sends, per) : take(bucket, 50, Duration.ofSeconds(1));
  }

  synchronized Standing global() {
    return take("global", 50, Duration.ofSeconds(1));
  }

  private Standing take(String bucket, int limit, Duration span) {
    long now = System.nanoTime() / 1_000_000;
    Window window = windows.computeIfAbsent(bucket, k -> new Window());
    if (window.calls == 0 || now - window.began >= span.toMillis()) {
      window.began = now;
      window.calls = 0;
    }
    long reset = window.began + span.toMillis() - now;
    if (window.calls >= limit) {
      return new Standing(bucket, limit, 0, Math.max(1, reset), true);
    }
    window.calls++;
    return new Standing(bucket, limit, limit - window.calls, reset, false);
  }
}
