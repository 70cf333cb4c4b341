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

  /** The platform could not be asked, or failed. For a send it is unknown whether it arrived. */
  record Failed(String why) implements Delivery {}
}
