package io.switchboard.chat.message;

import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;
import io.switchboard.markup.Document;
import java.util.List;
import java.util.Optional;

/**
 * A platform, as seen by those who have something to say. Calls block; they do not wait for a
 * budget and do not try again (see the pacing room for both). What more a platform can do are
 * interfaces of their own.
 */
public interface Messenger {
  /** The name that its ids begin with. */
  String platform();

  /**
   * The place that the configuration calls so, such as {@code discord-channel:ID}; empty if it is
   * none of this platform's. Whether it is there is not asked.
   */
  default Optional<PlaceId> named(String words) {
    return Optional.empty();
  }

  /**
   * What people call the place that the configuration calls so, such as {@code #friends} for {@code
   * discord-channel:ID}. May block: it is asked for each time, see {@link Messengers#called}. Empty
   * if it is none of this platform's, or cannot be told now.
   */
  default Optional<String> title(String words) {
    return Optional.empty();
  }

  /**
   * The parts in which a text must be sent: each fits one message, and together they are the text.
   * Never empty.
   */
  List<Document> cut(Document whole);

  /**
   * Sends a message.
   *
   * @param nonce the same for every try of the same message, at most 25 characters; a platform that
   *     can sends it only once; one that cannot is a {@link Recall}
   */
  Delivery send(Destination to, Reply reply, String nonce);

  /**
   * Whether whoever did it sees that a reply is on its way until one comes, or is the only one who
   * sees it: then it must not be left out, and disturbs nobody.
   */
  default boolean owesReply(Destination to) {
    return false;
  }

  /** Replaces what a message shows. */
  Delivery edit(MessageId message, Reply reply);

  /** Takes a message away. */
  Delivery delete(MessageId message);

  /** Shows for some seconds that an answer is being prepared. Failures are of no interest. */
  void typing(PlaceId place);

  /** How many sends and edits a place takes, all rates at once. */
  List<Rate> rates(PlaceId place);
}
