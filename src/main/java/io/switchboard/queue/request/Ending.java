package io.switchboard.queue.request;

import io.switchboard.queue.limit.money.Use;

/** How a request ended. */
public sealed interface Ending {
  /** Answered (whole or stopped by the member): charged for what was used. */
  record Answered(Use used) implements Ending {
    /** By the account's own model. */
    public Answered(long tokensIn, long tokensOut) {
      this(new Use(null, tokensIn, tokensOut));
    }
  }

  /** We failed: nothing is charged. */
  record Failed(String why) implements Ending {}
}
