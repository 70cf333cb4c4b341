package io.switchboard.queue.request;

import io.switchboard.chat.Destination;
import io.switchboard.member.MemberId;
import io.switchboard.queue.limit.Asker;
import io.switchboard.queue.limit.money.Use;
import org.jspecify.annotations.Nullable;

/**
 * A request as it comes in.
 *
 * @param key the same for every delivery of the same event, see {@link
 *     io.switchboard.chat.event.Origin#key}
 * @param lane requests of the same lane run one after the other, in their order: a conversation
 * @param model which is to answer; null for any account's own
 * @param size how large it is expected to be
 * @param payload what is asked; the queue keeps it and does not read it
 */
public record Submission(
    String key,
    Asker asker,
    Destination replyTo,
    String lane,
    @Nullable String model,
    Size size,
    String payload) {
  /** One that any account's own model may answer. */
  public Submission(
      String key, Asker asker, Destination replyTo, String lane, Size size, String payload) {
    this(key, asker, replyTo, lane, null, size, payload);
  }

  /** The same of another member. */
  public Submission by(MemberId member) {
    return member.equals(asker.member())
        ? this
        : new Submission(
            key,
            new Asker(member, asker.roles(), asker.place()),
            replyTo,
            lane,
            model,
            size,
            payload);
  }

  /** What it is expected to take. */
  public Use expected() {
    return new Use(model, size.tokensIn(), size.tokensOut());
  }

  /**
   * How large a request is, for limits and fairness until the true numbers are known.
   *
   * @param characters of the question
   * @param tokensIn expected of the prompt
   * @param tokensOut expected of the answer
   * @param files that come with it
   */
  public record Size(int characters, long tokensIn, long tokensOut, int files) {
    /** One of which nobody says what the answer will take. */
    public Size(int characters, long tokens) {
      this(characters, tokens, 0, 0);
    }

    /** In and out. */
    public long tokens() {
      return tokensIn + tokensOut;
    }
  }
}
