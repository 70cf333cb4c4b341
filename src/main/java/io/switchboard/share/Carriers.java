package io.switchboard.share;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;

/** Whoever edits the messages that carry a link, when it has ended. */
@FunctionalInterface
public interface Carriers {
  /**
   * The link in this message has ended: say so there instead.
   *
   * @param revoked whether its owner ended it, rather than its time
   * @return whether it is done with (said, or never can be); false to be asked again later
   */
  boolean ended(ShareId share, String title, PlaceId place, MessageId message, boolean revoked);
}
