package io.switchboard.command.visit;

import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers a bounded number of keys, the newest. Safe for use by many threads. */
public final class RecentKeys {
  private final Map<String, Boolean> keys;

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
}
