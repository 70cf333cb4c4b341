package io.switchboard.alarm;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A clock that stands still until it is stepped, and alarms that ring when it is. */
public final class SteppedTime implements InstantSource, Alarms {
  private final Map<String, AlarmHandler> handlers = new HashMap<>();
  private final Map<String, Instant> set = new TreeMap<>();
  private Instant now;

  public SteppedTime(Instant start) {
    now = start;
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  /** Moves the clock and rings what is due, on this thread. */
  public void step(Duration by) {
    stepWithoutRinging(by);
    Map<String, Instant> due;
    synchronized (this) {
      due = new TreeMap<>(set);
      due.values().removeIf(at -> at.isAfter(now));
      due.keySet().forEach(set::remove);
    }
    for (String key : due.keySet()) {
      String kind = key.substring(0, key.indexOf('/'));
      AlarmHandler handler = handlers.get(kind);
      if (handler != null) {
        handler.ring(key.substring(kind.length() + 1));
      }
    }
  }

  /** As if no process had been there at that time. */
  public synchronized void stepWithoutRinging(Duration by) {
    now = now.plus(by);
  }

  /** As if the process had died before its alarms were stored. */
  public synchronized void forgetAlarms() {
    set.clear();
  }

  /** When an alarm is set to ring. */
  public synchronized Optional<Instant> alarm(String kind, String id) {
    return Optional.ofNullable(set.get(kind + "/" + id));
  }

  @Override
  public synchronized void set(String kind, String id, Instant at) {
    set.put(kind + "/" + id, at);
  }

  @Override
  public synchronized void cancel(String kind, String id) {
    set.remove(kind + "/" + id);
  }

  @Override
  public synchronized void onRing(String kind, AlarmHandler handler) {
    handlers.put(kind, handler);
  }
}
