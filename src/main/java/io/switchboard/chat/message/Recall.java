package io.switchboard.chat.message;

import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;
import java.util.Set;

/**
 * A platform that cannot be told to send a message once only (a nonce means nothing to it), but
 * where it can be looked for a message that was perhaps sent.
 */
public interface Recall {
  /**
   * Where a place's messages end, as far as is known, and what is about to be sent there; at most
   * 200 characters.
   */
  String bookmark(Destination to, Reply reply);

  /**
   * Looks at the first message behind a bookmark. Blocks; one call, which counts as a send and may
   * show a sign that must be taken away.
   *
   * @param actions a message of ours with one of these buttons, see {@link Button.Press#action}, is
   *     the one that is looked for, and so is one without any that begins with the same words:
   *     whoever asks knows which of those are others
   */
  Look look(PlaceId place, String bookmark, Set<String> actions);

  /** What was seen. */
  sealed interface Look {
    /**
     * The message that was looked for, or one like it; the sign is to be taken away.
     *
     * @param next where to go on if it is another; empty if what is looked for can be nowhere else
     */
    record Ours(MessageId message, MessageId sign, String next) implements Look {}

    /**
     * Another message; the sign is to be taken away.
     *
     * @param next where to go on; empty if what is looked for can be nowhere else
     */
    record Another(MessageId sign, String next) implements Look {}

    /**
     * There is no such message.
     *
     * @param next where to go on; empty if what is looked for can be nowhere else
     */
    record Nothing(String next) implements Look {}

    /** It could not be looked now. */
    record NotNow(Delivery why) implements Look {}
  }
}
