package io.switchboard.command;

import io.switchboard.chat.PlaceId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that waits for the network, in order within a place and side by side across places, on a
 * virtual thread for each place that has any.
 */
final class PlaceQueues {
  private static final Logger log = LoggerFactory.getLogger(PlaceQueues.class);

  /** A place that takes nothing for long must not fill the memory with what it was to be told. */
  private static final int MOST_WAITING = 500;

  private final Map<PlaceId, Queue<Runnable>> waiting = new HashMap<>();

  synchronized void add(PlaceId place, Runnable work) {
    Queue<Runnable> queue = waiting.get(place);
    if (queue == null) {
      queue = new ArrayDeque<>();
      waiting.put(place, queue);
      queue.add(work);
      Thread.ofVirtual().name("replies " + place).start(() -> drain(place));
    } else if (queue.size() < MOST_WAITING) {
      queue.add(work);
    } else {
      log.warn("In {} too many replies wait; one is left out", place);
    }
  }

  private void drain(PlaceId place) {
    for (Runnable work = next(place); work != null; work = next(place)) {
      try {
        work.run();
      } catch (RuntimeException | Error e) {
        log.error("In {} a reply failed", place, e);
      }
    }
  }

  private synchronized @Nullable Runnable next(PlaceId place) {
    Queue<Runnable> queue = waiting.get(place);
    Runnable work = queue == null ? null : queue.poll();
    if (work == null) {
      waiting.remove(place);
      notifyAll();
    }
    return work;
  }

  /** Waits until everything is said, but not longer than this. */
  synchronized void finish(Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    for (long left = atMost.toMillis(); !waiting.isEmpty() && left > 0; ) {
      wait(left);
      left = (end - System.nanoTime()) / 1_000_000;
    }
  }
}
