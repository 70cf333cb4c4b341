package io.switchboard.queue;

/** How a request ended. */
public sealed interface Ending {
  /** Answered (whole or stopped by the member): charged for what was used. */
  record Answered(long tokensIn, long tokensOut) implements Ending {}

  /** We failed: nothing is charged. */
  record Failed(String why) implements Ending {}
}
