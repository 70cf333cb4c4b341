package io.switchboard.chat.action;

import java.util.List;
import java.util.Optional;

/** What admins do by a button. */
public sealed interface AdminAction extends Action {
  /** Takes back an act, by the number of its record. */
  record Undo(long entry) implements AdminAction {}

  /** Has a previewed announcement said. */
  record Announce(long announcement) implements AdminAction {}

  /** Throws a previewed announcement away. */
  record DropAnnouncement(long announcement) implements AdminAction {}

  /**
   * Goes on with a command.
   *
   * @param line its name and what follows, at most 59 bytes in UTF-8
   */
  record Continue(String line) implements AdminAction {}

  @Override
  default String encode() {
    return switch (this) {
      case Undo(long entry) -> "undo:" + entry;
      case Announce(long announcement) -> "announce:" + announcement;
      case DropAnnouncement(long announcement) -> "unannounce:" + announcement;
      case Continue(String line) -> "step:" + line;
    };
  }

  /**
   * What these parts of a text mean, if it is one of these.
   *
   * @throws NumberFormatException if a number is none
   */
  static Optional<AdminAction> read(List<String> parts) {
    if (parts.size() < 2) {
      return Optional.empty();
    }
    String rest = String.join(":", parts.subList(1, parts.size()));
    return Optional.ofNullable(
        switch (parts.get(0)) {
          case "undo" -> new Undo(Long.parseLong(rest));
          case "announce" -> new Announce(Long.parseLong(rest));
          case "unannounce" -> new DropAnnouncement(Long.parseLong(rest));
          case "step" -> new Continue(rest);
          default -> null;
        });
  }
}
