package io.switchboard.alarm;

/** What is done when an alarm rings. */
@FunctionalInterface
public interface AlarmHandler {
  /**
   * Called on some thread, on one process of all. An exception is logged; the alarm does not ring
   * again for it.
   */
  void ring(String id);
}
