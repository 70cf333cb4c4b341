package io.switchboard.pacing;

/**
 * What may go out first when a place's budget is short; the first constant is the most important.
 */
public enum Priority {
  /** The final text of an answer. */
  FINAL,
  /** A reply to a command. */
  REPLY,
  /** A growing answer. */
  GROWING,
  /** A position in the queue, a typing sign: only from budget that nobody else wants. */
  SPARE
}
