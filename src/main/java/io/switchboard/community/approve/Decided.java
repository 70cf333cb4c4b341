package io.switchboard.community.approve;

import io.switchboard.community.kept.ItemRow;
import io.switchboard.community.post.Standing;

/** What became of a decision of the staff. */
public sealed interface Decided {
  /**
   * It counts, of what was looked at.
   *
   * @param now where the post stands after all: declined; open; waiting once more, since its author
   *     has changed it meanwhile; or taken back
   * @param standing of the copies; none if it was declined
   */
  record Done(String title, ItemRow now, Standing standing) implements Decided {}

  /** Somebody has decided already, or its author took it back. */
  record Already(ItemRow item) implements Decided {}

  /** It has changed since they looked. */
  record Changed() implements Decided {}

  /** Its link has ended, or it never was there. */
  record Gone() implements Decided {}

  /** The community is switched off. */
  record SwitchedOff() implements Decided {}
}
