package io.switchboard.share.read;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps passwords from being guessed: so many wrong ones a share in a time, whoever tries. */
final class WrongPasswords {
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int MOST = 10;
  private static final int REMEMBERED = 10_000;

  private final InstantSource time;
  private final Map<Long, Deque<Instant>> wrong =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Deque<Instant>> eldest) {
          return size() > REMEMBERED;
        }
      };

  WrongPasswords(InstantSource time) {
    this.time = time;
  }

  /** Counts a try before it is looked at, so that many at once are no way around. */
  synchronized boolean mayTry(long share) {
    Instant now = time.instant();
    Deque<Instant> tries = wrong.computeIfAbsent(share, id -> new ArrayDeque<>());
    while (!tries.isEmpty() && !tries.getFirst().isAfter(now.minus(WINDOW))) {
      tries.removeFirst();
    }
    if (tries.size() >= MOST) {
      return false;
    }
    tries.addLast(now);
    return true;
  }

  /** It was right after all. */
  synchronized void right(long share) {
    Deque<Instant> tries = wrong.get(share);
    if (tries != null && !tries.isEmpty()) {
      tries.removeLast();
    }
  }
}
