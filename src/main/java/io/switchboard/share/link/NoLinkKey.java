package io.switchboard.share.link;

/**
 * The file that should hold the key for links does not; the message says what to do, for whoever
 * runs the program.
 */
public final class NoLinkKey extends RuntimeException {
  NoLinkKey(String message) {
    super(message);
  }
}
