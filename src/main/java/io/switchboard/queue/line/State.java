package io.switchboard.queue.line;

/** Where a request is. */
public enum State {
  /** It may be claimed. */
  READY,
  /** An older one of its lane is not over. */
  BEHIND,
  /** It waits for a time. */
  LATER,
  RUNNING,
  DONE,
  FAILED,
  CANCELLED;

  /** Whether it is still to be claimed. */
  public boolean waits() {
    return this == READY || this == BEHIND || this == LATER;
  }
}
