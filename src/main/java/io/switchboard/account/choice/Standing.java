package io.switchboard.account.choice;

/** Whether an account may be asked. */
public enum Standing {
  /** Nothing is known against it. */
  OPEN,
  /** It asked for a pause, or failed for a reason that passes by itself. */
  RESTING,
  /** It refuses its key or has no money: asked only where there is no other that could answer. */
  LAST,
  /** An admin took it out. */
  PAUSED
}
