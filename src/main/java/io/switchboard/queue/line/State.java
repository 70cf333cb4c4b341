package io.switchboard.queue.line;

/** Where a request is. */
public enum State {
  /** It may be claimed. */
  READY,
  /** An older one of its lane is not over. */
  BEHIND,
  /** As many as may run at once in its place do, or come before it. */
  CROWDED,
  /** It waits for a time. */
  LATER,
  RUNNING,
  /** The account has answered; somebody brings the answer to the chat. */
  DELIVERING,
  /** The account has answered; whoever was bringing the answer to the chat is gone. */
  UNDELIVERED,
  DONE,
  FAILED,
  CANCELLED;

  /** Whether a process holds it. */
  public boolean held() {
    return this == RUNNING || this == DELIVERING;
  }

  /** Whether it is still to be answered. */
  public boolean waits() {
    return this == READY || this == BEHIND || this == CROWDED || this == LATER;
  }
}
