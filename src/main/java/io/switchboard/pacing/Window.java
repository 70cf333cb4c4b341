package io.switchboard.pacing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;

/** The calls of one rate: a log of those that still count. Times are nanoseconds of any clock. */
final class Window {
  /** Further off than anything that is planned, but safe to add to. */
  static final long NEVER = Long.MAX_VALUE / 4;

  /** The share of a rate that growing answers may count on, with something to spare. */
  private static final double GROWING_SHARE = 0.92;

  /** No sooner than this share of evenly: what is spent in a burst is missing after it. */
  private static final double STEADINESS = 0.9;

  private static final long LEAST_MARGIN = Duration.ofMillis(20).toNanos();
  private static final long LEAST_BLOCK = Duration.ofMillis(250).toNanos();
  private static final long LESSON = Duration.ofMinutes(10).toNanos();
  private static final double STRETCH = 1.25;
  private static final double MOST_STRETCH = 3;

  private final long per;
  private final ArrayDeque<Long> log = new ArrayDeque<>();
  private int inFlight;
  private int calls = 1;
  private long blockedUntil = -NEVER;
  private int refusedInARow;
  private double stretch = 1;
  private long stretchedAt;
  private long nextGrowing = -NEVER;

  Window(Duration per) {
    this.per = per.toNanos();
  }

  /** How long a call counts after its end. */
  long span() {
    return (long) (per * stretch) + Math.max(LEAST_MARGIN, per / 200);
  }

  /** Forgets what no longer counts. */
  void advance(long now) {
    while (stretch > 1 && now - stretchedAt >= LESSON) {
      stretch = Math.max(1, stretch / STRETCH);
      stretchedAt += LESSON;
    }
    while (!log.isEmpty() && log.peekFirst() + span() <= now) {
      log.removeFirst();
    }
  }

  /** Whether there is nothing to remember. */
  boolean idle(long now) {
    return log.isEmpty() && inFlight == 0 && stretch == 1 && blockedUntil <= now;
  }

  /**
   * When a call may go, should nothing else happen.
   *
   * @param calls the rate
   * @param held slots that are set aside for others
   * @param first whether it is the first of its message
   * @return {@link #NEVER} if that depends on a call that is on its way
   */
  long freeAt(Priority priority, int calls, int held, boolean first, long now) {
    long free =
        switch (priority) {
          case FINAL, REPLY -> freeAt(calls - held, now);
          case GROWING -> growingAt(calls - held, first, now);
          case SPARE -> freeAt(calls - Math.max(held, calls / 2), now);
        };
    return Math.max(free, blockedUntil);
  }

  /** When fewer than so many calls count. */
  private long freeAt(int calls, long now) {
    int tooMany = log.size() + inFlight - (calls - 1);
    return tooMany <= 0 ? now : at(tooMany - 1);
  }

  /** When the call at this place of the log, the oldest being 0, no longer counts. */
  private long at(int index) {
    if (index >= log.size()) {
      return NEVER;
    }
    Iterator<Long> calls = log.iterator();
    for (int i = 0; i < index; i++) {
      calls.next();
    }
    return calls.next() + span();
  }

  private long growingAt(int calls, boolean first, long now) {
    long slot = freeAt(calls, now);
    if (calls > 1) {
      int used = log.size() + inFlight;
      // The slot that comes back after the last one was taken.
      long back = at(Math.max(0, used - (calls - 1)));
      long last = back == NEVER ? NEVER : Math.max(slot, back - lastSlotFor(calls));
      slot = Math.min(freeAt(calls - 1, now), last);
    }
    return first ? slot : Math.max(slot, nextGrowing);
  }

  /** For how long growing answers may leave the others without a slot. */
  private long lastSlotFor(int calls) {
    double share = 1 - (calls - 1) / (GROWING_SHARE * calls);
    return share <= 0 ? 0 : (long) (share * span());
  }

  /** The part of the rate that may be spent now, 0 to 1. */
  double left(long now) {
    return blockedUntil > now ? 0 : Math.clamp(1 - (log.size() + inFlight) / (double) calls, 0, 1);
  }

  /** A call goes out. */
  void take(Priority priority, int calls, long now) {
    inFlight++;
    this.calls = calls;
    if (priority == Priority.GROWING) {
      int kept = lastSlotFor(calls) == 0 ? 1 : 0;
      int left = Math.max(0, calls - kept - log.size() - inFlight);
      long untilMore = log.isEmpty() ? span() : log.getFirst() + span() - now;
      double least = STEADINESS * span() / calls;
      // When the oldest call no longer counts, there is one more to spend.
      nextGrowing = now + (long) Math.max(least, (double) untilMore / (left + 1));
    }
  }

  /** A call was answered. */
  void done(long now) {
    inFlight--;
    log.addLast(now);
  }

  /** The platform did not mind. */
  void accepted() {
    refusedInARow = 0;
  }

  /** The platform asked for a pause before this process began. */
  void rest(long until) {
    blockedUntil = Math.max(blockedUntil, until);
  }

  /** The platform wants fewer calls. */
  void refused(long retryAfter, long now) {
    long least = LEAST_BLOCK << Math.min(refusedInARow, 6);
    refusedInARow++;
    blockedUntil =
        Math.max(blockedUntil, now + Math.max(least, retryAfter + Math.max(0, per / 200)));
    stretch = Math.min(MOST_STRETCH, stretch * STRETCH);
    stretchedAt = now;
  }
}
