package io.switchboard.share;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;
import io.switchboard.member.MemberId;

/** Whoever edits the messages that carry a link, when it has ended. */
@FunctionalInterface
public interface Carriers {
  /**
   * The link in this message has ended: say so there instead.
   *
   * @return whether it is done with (said, or never can be); false to be asked again later
   */
  boolean ended(Ended link, PlaceId place, MessageId message);

  /**
   * A link that has ended.
   *
   * @param revoked whether its owner ended it, rather than its time
   */
  record Ended(ShareId share, MemberId owner, String title, boolean revoked) {}
}
