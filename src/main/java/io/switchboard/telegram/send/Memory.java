package io.switchboard.telegram.send;

import java.time.Instant;
import java.util.Optional;

/** What is remembered over restarts of what a server understands. */
public interface Memory {
  /**
   * What was learnt.
   *
   * @param rich whether it knows rich messages
   */
  record Known(boolean rich, Instant at) {}

  /** Empty if nothing is known, or was learnt by another version of the program. */
  Optional<Known> richMessages();

  /** Remembers it. */
  void learnt(boolean rich);

  /** One that remembers nothing. */
  static Memory none() {
    return new Memory() {
      @Override
      public Optional<Known> richMessages() {
        return Optional.empty();
      }

      @Override
      public void learnt(boolean rich) {
        // Each start learns anew.
      }
    };
  }
}
