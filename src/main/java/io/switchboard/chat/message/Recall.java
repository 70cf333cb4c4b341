package io.switchboard.chat.message;

import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

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
   * What was asked, and shown, before this process began: the place's messages do not end before.
   */
  void remember(Destination asked, List<MessageId> shown);

  /**
   * A message was sent, but that could not be kept: whoever looks for it later is to find it, also
   * in this process.
   */
  void forget(MessageId sent);

  /**
   * Looks on for a message behind a bookmark. Blocks; one call, which counts as a send and may show
   * a sign that must be taken away.
   */
  Look look(PlaceId place, String bookmark, Wanted wanted);

  /**
   * Where a message may stand that arrived when it had been looked for already.
   *
   * @param sign the first that was shown while it was looked for
   * @param sent what was sent then in its stead
   * @param bookmark of that send
   * @return for {@link #look}; empty if there is no room for any
   */
  String between(MessageId sign, MessageId sent, String bookmark);

  /**
   * What is looked for.
   *
   * @param actions a message of ours with one of these buttons, see {@link Button.Press#action}, is
   *     it, and so is one without any that begins with the same words: whoever asks knows which of
   *     those are others
   * @param known whether it is known what a message shows, so that it is another
   * @param aboutToSign told, before a sign is shown, the bookmark by which whoever looks next finds
   *     that sign too, should nobody hear what became of it
   */
  record Wanted(Set<String> actions, Predicate<MessageId> known, Consumer<String> aboutToSign) {
    /** Where nothing is kept of signs, or there are none. */
    public Wanted(Set<String> actions, Predicate<MessageId> known) {
      this(actions, known, bookmark -> {});
    }
  }

  /**
   * A platform that sends a message once only as long as it remembers its nonce, but lets bots read
   * what they said.
   */
  interface ByReading {
    /**
     * Looks for a message that was perhaps sent. Blocks; some calls, which count as no sends.
     *
     * @param asked what it answers: it was said later
     * @param reply what it says, should it have no buttons
     * @return Delivered if it is there; Gone if it is not, or cannot be read there; else it could
     *     not be looked now
     */
    Delivery said(Destination asked, Reply reply, Wanted wanted);
  }

  /** What was seen. */
  sealed interface Look {
    /** What is to be taken away. */
    default List<MessageId> shown() {
      return switch (this) {
        case Ours ours -> List.of(ours.sign);
        case Stray stray -> List.of(stray.sign, stray.stray);
        case Another another -> List.of(another.sign);
        case Nothing _, NotNow _ -> List.of();
      };
    }

    /**
     * The message that was looked for, or one like it; the sign is to be taken away.
     *
     * @param next where to go on if it is another; empty if what is looked for can be nowhere else
     * @param strays where to go on for a sign of an earlier look; empty if there is none
     */
    record Ours(MessageId message, MessageId sign, String next, String strays) implements Look {
      /** With no other sign there. */
      public Ours(MessageId message, MessageId sign, String next) {
        this(message, sign, next, "");
      }
    }

    /**
     * Not that, but something was shown; the sign is to be taken away.
     *
     * @param next where to go on; empty if what is looked for can be nowhere else
     */
    record Another(MessageId sign, String next) implements Look {}

    /**
     * A sign of an earlier look of which nobody knew; both are to be taken away.
     *
     * @param next where to go on; empty if what is looked for can be nowhere else
     */
    record Stray(MessageId stray, MessageId sign, String next) implements Look {}

    /**
     * Not that, and nothing was shown.
     *
     * @param next where to go on; empty if what is looked for can be nowhere else
     */
    record Nothing(String next) implements Look {}

    /**
     * It could not be looked now.
     *
     * @param next where to go on
     */
    record NotNow(Delivery why, String next) implements Look {}
  }
}
