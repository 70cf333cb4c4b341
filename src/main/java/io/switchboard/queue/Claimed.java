package io.switchboard.queue;

import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.queue.limit.Asker;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request that this process now has to answer.
 *
 * @param account the account it was claimed for
 * @param trace what is there already: nothing at the first attempt
 */
public record Claimed(
    RequestId id, Asker asker, Destination replyTo, String account, String payload, Trace trace) {
  /**
   * What earlier attempts and the wait have left.
   *
   * @param attempt 1 for the first
   * @param submittedAt when it was let in
   * @param note the message that said where it stood, if there is one: the answer takes its place
   * @param shown the messages that show the answer so far
   */
  public record Trace(
      int attempt, Instant submittedAt, @Nullable MessageId note, List<MessageId> shown) {
    public Trace {
      shown = List.copyOf(shown);
    }
  }
}
