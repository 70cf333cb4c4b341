package io.switchboard.logs;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which exceptions were told of a moment ago, so that one that comes again and again takes a line
 * each time and its trace once a minute: who looks for room on a full disk, or for a database that
 * is away, must not find gigabytes of traces there. Safe for many threads.
 */
final class ToldTraces {
  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final int KEPT = 200;

  /** So many of the places where it began make it the same one. */
  private static final int FRAMES = 3;

  private final Map<String, Instant> told =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > KEPT;
        }
      };

  /** When its trace was told, if that is not long ago; else it is to be told now, and null. */
  synchronized @Nullable Instant lately(ILoggingEvent event) {
    String which = which(event.getThrowableProxy());
    Instant now = event.getInstant();
    Instant before = told.get(which);
    if (before != null
        && Duration.between(before, now).abs().compareTo(FRESH) < 0) { // the clock may be set
      return before;
    }
    told.remove(which);
    told.put(which, now);
    return null;
  }

  /** What was thrown, by what it came from. */
  static IThrowableProxy root(IThrowableProxy thrown) {
    IThrowableProxy root = thrown;
    for (int depth = 0; root.getCause() != null && depth < 30; depth++) {
      root = root.getCause();
    }
    return root;
  }

  private static String which(IThrowableProxy thrown) {
    IThrowableProxy root = root(thrown);
    StringBuilder which = new StringBuilder(root.getClassName());
    StackTraceElementProxy[] frames = root.getStackTraceElementProxyArray();
    Arrays.stream(frames == null ? new StackTraceElementProxy[0] : frames)
        .limit(FRAMES)
        .forEach(frame -> which.append(frame.getStackTraceElement()));
    return which.toString();
  }
}
