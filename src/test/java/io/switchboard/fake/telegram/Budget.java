package io.switchboard.fake.telegram;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * How many sends and edits Telegram takes: about one a second in a chat (with a small burst),
 * twenty a minute in a group, thirty a second in all.
 */
final class Budget {
  private static final double BURST = 3;
  private static final long SECOND = 1_000_000_000L;

  private final Map<Long, double[]> tokens = new HashMap<>();
  private final Map<Long, Deque<Long>> minute = new HashMap<>();
  private final Deque<Long> second = new ArrayDeque<>();
  private final Map<Long, Long> asked = new HashMap<>();
  private final Map<Long, Long> closedUntil = new HashMap<>();
  private boolean unlimited;
  private int refusals;

  synchronized void unlimited() {
    unlimited = true;
  }

  /** The next call in this chat is refused. */
  synchronized void throttleNext(long chat, int seconds) {
    asked.put(chat, (long) seconds);
  }

  /** How many calls were refused because there were too many. */
  synchronized int refusals() {
    return refusals;
  }

  private Refusal refused(long seconds) {
    refusals++;
    return Refusal.tooMany(seconds);
  }

  /**
   * Takes one call.
   *
   * @param onFault told when the bot should have known better
   */
  synchronized void take(Chat chat, Runnable onFault) {
    long now = System.nanoTime();
    Long seconds = asked.remove(chat.id());
    if (seconds != null) {
      closedUntil.put(chat.id(), now + seconds * SECOND);
      throw refused(seconds);
    }
    Long closed = closedUntil.get(chat.id());
    if (closed != null && now < closed) {
      onFault.run();
      throw refused(Math.ceilDiv(closed - now, SECOND));
    }
    if (unlimited) {
      return;
    }
    long wait = Math.max(overall(now), Math.max(perChat(chat, now), perGroup(chat, now)));
    if (wait > 0) {
      closedUntil.put(chat.id(), now + wait * SECOND);
      onFault.run();
      throw refused(wait);
    }
    tokens.get(chat.id())[0] -= 1;
    second.add(now);
    if (chat.isShared()) {
      minute.get(chat.id()).add(now);
    }
  }

  private long overall(long now) {
    while (!second.isEmpty() && now - second.peek() > SECOND) {
      second.poll();
    }
    return second.size() >= 30 ? 1 : 0;
  }

  private long perChat(Chat chat, long now) {
    double[] bucket = tokens.computeIfAbsent(chat.id(), c -> new double[] {BURST, now});
    bucket[0] = Math.min(BURST, bucket[0] + (now - bucket[1]) / SECOND);
    bucket[1] = now;
    return bucket[0] < 1 ? 1 : 0;
  }

  private long perGroup(Chat chat, long now) {
    if (!chat.isShared()) {
      return 0;
    }
    Deque<Long> calls = minute.computeIfAbsent(chat.id(), c -> new ArrayDeque<>());
    while (!calls.isEmpty() && now - calls.peek() > 60 * SECOND) {
      calls.poll();
    }
    return calls.size() >= 20 ? Math.ceilDiv(60 * SECOND - (now - calls.peek()), SECOND) : 0;
  }
}
