package io.switchboard.chat.message;

import io.switchboard.chat.Destination;

/** A platform that can show a file in a place. */
public interface Uploads {
  /**
   * Shows a file as a message. Blocks, two minutes at most; does not try again. The message is
   * edited (its caption and buttons; the file stays) and deleted like any other.
   *
   * @param caption the text with it, which may be empty; what does not fit is cut off with an
   *     ellipsis
   * @param nonce as in {@link Messenger#send}
   * @return {@link Delivery.Gone} also if it is larger than {@link #mostBytes}, or the platform
   *     does not take it as what it is
   */
  Delivery upload(Destination to, Upload file, Reply caption, String nonce);

  /** How large a file may be, in bytes. */
  long mostBytes(Upload.Kind kind);
}
