package io.switchboard.discord.hearing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks one after another within a lane, and lanes side by side. A virtual thread an event
 * would lose the order of a place's messages.
 */
final class InOrder {
  private static final Logger log = LoggerFactory.getLogger(InOrder.class);

  private final Executor threads;
  private final Map<String, Queue<Runnable>> lanes = new HashMap<>();

  InOrder(Executor threads) {
    this.threads = threads;
  }

  /** Puts a task at the end of its lane and returns at once. */
  void run(String lane, Runnable task) {
    synchronized (lanes) {
      Queue<Runnable> waiting = lanes.get(lane);
      if (waiting != null) {
        waiting.add(task);
        return;
      }
      lanes.put(lane, new ArrayDeque<>());
    }
    threads.execute(() -> drain(lane, task));
  }

  private void drain(String lane, Runnable first) {
    Runnable task = first;
    while (task != null) {
      try {
        task.run();
      } catch (RuntimeException | Error e) {
        // Whatever it was, what comes after it in this place is not lost with it.
        log.error("An event from Discord could not be handled", e);
      }
      synchronized (lanes) {
        Queue<Runnable> waiting = lanes.get(lane);
        task = waiting == null ? null : waiting.poll();
        if (task == null) {
          lanes.remove(lane);
          lanes.notifyAll();
        }
      }
    }
  }

  /** Waits until all lanes are empty, at most so long. */
  void finish(Duration most) {
    long end = System.nanoTime() + most.toNanos();
    synchronized (lanes) {
      try {
        for (long left = most.toMillis(); !lanes.isEmpty() && left > 0; ) {
          lanes.wait(left);
          left = (end - System.nanoTime()) / 1_000_000;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
