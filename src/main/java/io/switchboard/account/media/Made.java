package io.switchboard.account.media;

import io.switchboard.account.Failure;

/** What came of a call that is not an answer. */
public sealed interface Made {
  /** A text. */
  record Text(String text) implements Made {}

  /** A file, and its media type. */
  @SuppressWarnings("ArrayRecordComponent") // carried from one hand to the next, never compared
  record File(String type, byte[] content) implements Made {}

  /** Nothing. */
  record Broken(Failure failure) implements Made {}
}
