package io.switchboard.chat.message;

import io.switchboard.chat.event.ButtonPress;

/** A button under a message. */
public sealed interface Button {
  /** What is written on it. */
  String label();

  /**
   * A button that comes back as a {@link ButtonPress}.
   *
   * @param action at most 64 bytes in UTF-8, the tightest platform's bound
   */
  record Press(String label, String action) implements Button {}

  /** A button that opens an address in the browser. */
  record Link(String label, String url) implements Button {}
}
