package io.switchboard.logs;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;

/** Somebody who reads along. Safe for many threads. */
public final class Follower implements AutoCloseable {
  private static final int MOST = 500;

  private final LogLevel least;
  private final Runnable leave;
  private final Queue<LogLine> lines = new ArrayDeque<>();
  private long missed;
  private boolean closed;

  Follower(LogLevel least, Consumer<Follower> leaving) {
    this.least = least;
    this.leave = () -> leaving.accept(this);
  }

  synchronized void hear(LogLine line) {
    if (closed || !line.level().atLeast(least)) {
      return;
    }
    if (lines.size() >= MOST) {
      lines.poll();
      missed++;
    }
    lines.add(line);
    notifyAll();
  }

  /**
   * What came since the last call.
   *
   * @param missed so many lines before these were too many to keep
   */
  public record Heard(List<LogLine> lines, long missed) {}

  /**
   * Waits until there is something, but not longer than this.
   *
   * @return empty lines if nothing came, or it was closed
   */
  public synchronized Heard take(Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    for (long left = atMost.toMillis(); lines.isEmpty() && !closed && left > 0; ) {
      wait(left);
      left = (end - System.nanoTime()) / 1_000_000;
    }
    Heard heard = new Heard(new ArrayList<>(lines), missed);
    lines.clear();
    missed = 0;
    return heard;
  }

  @Override
  public synchronized void close() {
    closed = true;
    lines.clear();
    notifyAll();
    leave.run();
  }
}
