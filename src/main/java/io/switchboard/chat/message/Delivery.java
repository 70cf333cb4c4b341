package io.switchboard.chat.message;

import io.switchboard.chat.MessageId;
import java.time.Duration;

/** What became of a send, an edit or a deletion. */
public sealed interface Delivery {
  /** It is there (also when an edit changed nothing). */
  record Delivered(MessageId message) implements Delivery {}

  /** The platform wants fewer calls; nothing happened. */
  record Throttled(Duration retryAfter) implements Delivery {}

  /** It can never arrive: the place, the message or the permission is gone. */
  record Gone(String why) implements Delivery {}

  /**
   * The platform could not be asked, or failed.
   *
   * @param perhaps whether it may have been done all the same; false if certainly nothing happened,
   *     so that it can be tried again without being done twice
   */
  record Failed(String why, boolean perhaps) implements Delivery {
    /** It is unknown whether it was done. */
    public Failed(String why) {
      this(why, true);
    }
  }
}
