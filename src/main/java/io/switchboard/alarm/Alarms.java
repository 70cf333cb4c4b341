package io.switchboard.alarm;

import java.time.Instant;

/** Alarms that outlive the process. */
public interface Alarms {
  /**
   * Rings at that time, or soon after it if no process was there; replaces an earlier alarm of the
   * same kind and id. May ring more than once: the handler re-reads its row and decides.
   */
  void set(String kind, String id, Instant at);

  /** Forgets the alarm, if there is one. */
  void cancel(String kind, String id);

  /** Says what to do when alarms of a kind ring. Before the alarms are started. */
  void onRing(String kind, AlarmHandler handler);
}
