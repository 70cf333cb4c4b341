package io.switchboard.share.read;

import io.switchboard.share.SharedCopy;

/** What became of a member's wish to go on with what a link shows. */
public sealed interface Taken {
  /** What it shows. */
  record Copy(SharedCopy copy) implements Taken {}

  /** A password is asked for. */
  record PasswordNeeded() implements Taken {}

  /** Not the password. */
  record Wrong() implements Taken {}

  /** Too many wrong passwords; none is looked at for a while. */
  record TooMany() implements Taken {}

  /** It is unknown, has ended, was revoked, or is not for this member. */
  record Nothing() implements Taken {}
}
