package io.switchboard.share;

/** Somebody else who shows a share. */
@FunctionalInterface
public interface WhenEnded {
  /**
   * The share has ended. May be said more than once.
   *
   * @return whether everything is done; false to be asked again later
   */
  boolean ended(Carriers.Ended share);
}
