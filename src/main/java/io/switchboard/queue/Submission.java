package io.switchboard.queue;

import io.switchboard.chat.Destination;
import io.switchboard.queue.limit.Asker;

/**
 * A request as it comes in.
 *
 * @param key the same for every delivery of the same event, see {@link
 *     io.switchboard.chat.event.Origin#key}
 * @param lane requests of the same lane run one after the other, in their order: a conversation
 * @param size how large it is expected to be
 * @param payload what is asked; the queue keeps it and does not read it
 */
public record Submission(
    String key, Asker asker, Destination replyTo, String lane, Size size, String payload) {
  /**
   * How large a request is.
   *
   * @param characters of the question
   * @param tokens expected in and out, for limits and fairness until the true number is known
   */
  public record Size(int characters, long tokens) {}
}
