package io.switchboard.command.visit;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Remembers a bounded number of keys, the newest. Safe for use by many threads. */
public final class RecentKeys {
  private final Map<String, Boolean> keys;
  private final Set<String> underWay = new HashSet<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();

  /** Remembers so many. */
  public RecentKeys(int most) {
    keys =
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > most;
          }
        };
  }

  /** Whether it is remembered. */
  public synchronized boolean has(String key) {
    return keys.containsKey(key);
  }

  /** Remembers it; false if it was remembered already. */
  public synchronized boolean add(String key) {
    return keys.put(key, true) == null;
  }

  /**
   * Does what belongs to a key, unless that was done before. Whoever comes while it is being done
   * waits for the end: only then is it known whether it was done. What throws was not.
   */
  public void once(String key, Runnable work) {
    if (!begin(key)) {
      return;
    }
    boolean whole = false;
    try {
      work.run();
      whole = true;
    } finally {
      end(key, whole);
    }
  }

  private boolean begin(String key) {
    lock.lock();
    try {
      while (underWay.contains(key)) {
        ended.awaitUninterruptibly();
      }
      return !has(key) && underWay.add(key);
    } finally {
      lock.unlock();
    }
  }

  private void end(String key, boolean whole) {
    lock.lock();
    try {
      underWay.remove(key);
      if (whole) {
        add(key);
      }
      ended.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
