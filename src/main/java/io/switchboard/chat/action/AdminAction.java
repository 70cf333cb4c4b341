package io.switchboard.chat.action;

import java.util.List;
import java.util.Optional;

/** What admins do by a button. */
public sealed interface AdminAction extends Action {
  /** Takes back an act, by the number of its record. */
  record Undo(long entry) implements AdminAction {}

  @Override
  default String encode() {
    return switch (this) {
      case Undo(long entry) -> "undo:" + entry;
    };
  }

  /**
   * What these parts of a text mean, if it is one of these.
   *
   * @throws NumberFormatException if a number is none
   */
  static Optional<AdminAction> read(List<String> parts) {
    return parts.size() == 2 && parts.get(0).equals("undo")
        ? Optional.of(new Undo(Long.parseLong(parts.get(1))))
        : Optional.empty();
  }
}
