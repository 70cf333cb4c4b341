package io.switchboard.answer.growing;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

/**
 * An answer's text while it comes in: written by the one who reads the account, followed by the one
 * who shows it.
 */
public final class GrowingText {
  /** In a thought it is a word; quoted as code, it neither ends the thought nor begins another. */
  private static final Pattern TAG =
      Pattern.compile("(?<!`)</?think(?:ing)?>(?!`)", Pattern.CASE_INSENSITIVE);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final StringBuilder thoughts = new StringBuilder();
  private final StringBuilder text = new StringBuilder();
  private String longest = "";
  private long version;
  private boolean ended;

  /** More of the answer. */
  public void add(String more) {
    change(() -> text.append(more));
  }

  /** More of the reasoning. */
  public void think(String more) {
    change(() -> thoughts.append(more));
  }

  /** Forgets what came, because the account starts over. */
  public void startOver() {
    change(
        () -> {
          if (text.length() > longest.length()) {
            longest = text.toString();
          }
          text.setLength(0);
          thoughts.setLength(0);
        });
  }

  /** Wakes who follows, though the text is the same. */
  public void changed() {
    change(() -> {});
  }

  /** Nothing more will come. */
  public void end() {
    change(() -> ended = true);
  }

  private void change(Runnable what) {
    lock.lock();
    try {
      what.run();
      version++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** All so far, the reasoning in front as a think part. */
  public String soFar() {
    lock.lock();
    try {
      return thoughts.isEmpty()
          ? text.toString()
          : "<think>"
              + TAG.matcher(thoughts).replaceAll("`$0`")
              + (text.isEmpty() ? "" : "</think>\n\n" + text);
    } finally {
      lock.unlock();
    }
  }

  /** What there is if no more comes: all so far, or else the longest text before a start over. */
  public String written() {
    lock.lock();
    try {
      return text.isEmpty() && !longest.isEmpty() ? longest : soFar();
    } finally {
      lock.unlock();
    }
  }

  /** Whether there is anything to show. */
  public boolean isEmpty() {
    lock.lock();
    try {
      return text.isEmpty() && thoughts.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** Whether nothing more will come. */
  public boolean hasEnded() {
    lock.lock();
    try {
      return ended;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for something newer than that version, or the end, or the time to pass.
   *
   * @return the version now
   */
  public long awaitNewer(long seen, long millis) throws InterruptedException {
    lock.lock();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(millis);
      while (version == seen && !ended && left > 0) {
        left = changed.awaitNanos(left);
      }
      return version;
    } finally {
      lock.unlock();
    }
  }
}
