package io.switchboard.queue.request;

import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.queue.limit.Asker;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request that this process now has to answer.
 *
 * @param by who is to answer it
 * @param trace what is there already: nothing at the first attempt
 */
public record Claimed(
    RequestId id, Asker asker, Destination replyTo, By by, String payload, Trace trace) {
  /**
   * Who answers.
   *
   * @param account for which it was claimed
   * @param model which was chosen and the account offers; null for the account's own
   */
  public record By(String account, @Nullable String model) {}

  /** The account for which it was claimed. */
  public String account() {
    return by.account();
  }

  /**
   * What earlier attempts and the wait have left.
   *
   * @param attempt 1 for the first
   * @param note the message that said where it stood, if there is one: the answer takes its place
   * @param shown the messages that show the answer so far
   * @param sending behind which bookmark another of them was about to be sent; null if none was
   */
  public record Trace(
      int attempt, @Nullable MessageId note, List<MessageId> shown, @Nullable String sending) {
    public Trace {
      shown = List.copyOf(shown);
    }
  }
}
