package io.switchboard.logs;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The last lines, and those who follow. Nobody who logs ever waits in here. */
public final class RecentLogs {
  /** The name of threads that tell followers: what they log themselves is told to nobody. */
  public static final String QUIET = "log feed";

  /** So many lines are kept. */
  public static final int KEPT = 1000;

  private static final int LONGEST = 2000;

  private final Deque<LogLine> lines = new ArrayDeque<>();
  private final List<Follower> followers = new CopyOnWriteArrayList<>();

  /**
   * Adds a line that has no secrets any more.
   *
   * @param quiet whether followers are not told
   */
  void add(Instant at, LogLevel level, String source, String text, boolean quiet) {
    LogLine line;
    synchronized (lines) {
      String kept = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
      line = new LogLine(at, level, source, kept);
      lines.addLast(line);
      if (lines.size() > KEPT) {
        lines.removeFirst();
      }
    }
    if (!quiet) {
      followers.forEach(follower -> follower.hear(line));
    }
  }

  /** The newest that matter so much, the oldest of them first. */
  public List<LogLine> recent(LogLevel least, int most) {
    synchronized (lines) {
      List<LogLine> found = new ArrayList<>();
      for (var back = lines.descendingIterator(); back.hasNext() && found.size() < most; ) {
        LogLine line = back.next();
        if (line.level().atLeast(least)) {
          found.addFirst(line);
        }
      }
      return found;
    }
  }

  /** Follows from now on, until it is closed. */
  public Follower follow(LogLevel least) {
    Follower follower = new Follower(least, followers::remove);
    followers.add(follower);
    return follower;
  }
}
