package io.switchboard.account.media;

import io.switchboard.account.Failure;

/** What came of a call that is not an answer. */
public sealed interface Made {
  /** A text. */
  record Text(String text) implements Made {}

  /**
   * A file.
   *
   * @param type the media type
   */
  @SuppressWarnings("ArrayRecordComponent") // carried from one hand to the next, never compared
  record File(String type, byte[] content, Cost cost) implements Made {}

  /**
   * What it took, as the server says; no tokens where it does not say.
   *
   * @param model which made it
   */
  record Cost(String model, long tokensIn, long tokensOut) {}

  /** Nothing. */
  record Broken(Failure failure) implements Made {}
}
