package io.switchboard.chat.message;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;
import java.util.Optional;

/** A platform on which a thread can be opened under a message. */
public interface Threads {
  /**
   * Opens a thread, or finds the one that the message has already. Blocks.
   *
   * @param title cut to what the platform takes
   * @return empty if none can be opened: a private chat, a message in a thread, a permission that
   *     is missing, a platform that cannot be reached. The answer then goes where the question was
   */
  Optional<PlaceId> open(MessageId from, String title);
}
