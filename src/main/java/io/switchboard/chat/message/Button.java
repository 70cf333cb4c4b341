package io.switchboard.chat.message;

import io.switchboard.chat.event.ButtonPress;
import java.nio.charset.StandardCharsets;

/** A button under a message. */
public sealed interface Button {
  /** What is written on it. */
  String label();

  /**
   * A button that comes back as a {@link ButtonPress}.
   *
   * @param action at most 64 bytes in UTF-8, the tightest platform's bound
   */
  record Press(String label, String action) implements Button {
    /** Whether an action is short enough for every platform. */
    public static boolean fits(String action) {
      return action.getBytes(StandardCharsets.UTF_8).length <= 64;
    }
  }

  /** A button that opens an address in the browser. */
  record Link(String label, String url) implements Button {}
}
