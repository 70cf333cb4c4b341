package io.switchboard.telegram.send;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.message.Delivery;
import io.switchboard.telegram.api.Answer;
import io.switchboard.telegram.api.ChatAddress;
import java.time.Duration;

/** Answers of Telegram's as deliveries. */
final class Deliveries {
  /** When Telegram wants fewer calls and does not say for how long. */
  private static final Duration UNSAID = Duration.ofSeconds(5);

  private static final int TOO_LARGE = 413;

  private Deliveries() {}

  /** What became of a message that was sent. */
  static Delivery ofSend(Answer answer, ChatAddress where) {
    if (answer instanceof Answer.Done done) {
      int number = done.result().path("message_id").asInt();
      return new Delivery.Delivered(where.message(number));
    }
    return undone(answer);
  }

  /** What became of a change to a message. */
  static Delivery ofChange(Answer answer, MessageId message) {
    boolean there =
        answer instanceof Answer.Done
            || (answer instanceof Answer.Refused refused
                && refused.says("message is not modified"));
    return there ? new Delivery.Delivered(message) : undone(answer);
  }

  /** What became of a deletion; what is gone already is as good as deleted. */
  static Delivery ofDeletion(Answer answer, MessageId message) {
    boolean gone =
        answer instanceof Answer.Done
            || (answer instanceof Answer.Refused refused
                && refused.says("message to delete not found"));
    return gone ? new Delivery.Delivered(message) : undone(answer);
  }

  private static Delivery undone(Answer answer) {
    return switch (answer) {
      case Answer.Done done -> throw new IllegalArgumentException("it was done");
      case Answer.Silent(String why, boolean perhaps) -> new Delivery.Failed(why, perhaps);
      case Answer.Refused refused -> refusal(refused);
    };
  }

  private static Delivery refusal(Answer.Refused refused) {
    int code = refused.code();
    if (code == 429 || refused.retryAfter().isPresent()) {
      return new Delivery.Throttled(refused.retryAfter().orElse(UNSAID));
    }
    boolean here = code == 400 || code == 403 || code == TOO_LARGE;
    // Without the right token or with a broken server, the same call may work later. Of a server
    // that breaks nobody knows how far it came.
    return here
        ? new Delivery.Gone(refused.why())
        : new Delivery.Failed(refused.told(), code >= 500);
  }
}
