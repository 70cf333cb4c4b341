package io.switchboard.share.read;

/** What became of a press, or a password, at a link's gate. */
public sealed interface Entered {
  /**
   * The page can be read.
   *
   * @param path where, beginning with a slash: a private address of short life, or the link itself
   *     if nothing stands before it
   */
  record In(String path) implements Entered {}

  /** Not the password. */
  record Wrong() implements Entered {}

  /** Too many wrong passwords; none is looked at for a while. */
  record TooMany() implements Entered {}

  /** It is unknown, has ended, was revoked, or is not for this reader. */
  record Nothing() implements Entered {}
}
