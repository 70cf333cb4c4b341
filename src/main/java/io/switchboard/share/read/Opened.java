package io.switchboard.share.read;

import io.switchboard.share.SharedCopy;

/** What somebody gets who opens a link. */
public sealed interface Opened {
  /** The page. */
  record Page(SharedCopy copy) implements Opened {}

  /**
   * A page that asks before it shows anything, so that whoever only fetches it (a chat that looks
   * for a preview) neither sees nor uses up anything. Nothing of the share may be in it.
   *
   * @param password whether a password is asked for, rather than a press alone
   * @param counted whether it can be opened only so often
   */
  record Gate(boolean password, boolean counted) implements Opened {}

  /**
   * It is unknown, has ended, was revoked, or is not for this reader: all the same from outside.
   */
  record Nothing() implements Opened {}
}
