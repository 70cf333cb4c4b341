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
   * @param asker the number of the member who began it; 0 in buttons of old, for anybody
   * @param line its name and what follows, at most 44 bytes in UTF-8; empty to leave it
   */
  record Continue(long asker, String line) implements AdminAction {}

  /**
   * Goes on with a command by what is written now.
   *
   * @param asker the number of the member who began it
   * @param line its name and what is there already; a button takes no more than 40 bytes of it
   */
  record Write(long asker, String line) implements AdminAction {
    @Override
    public boolean asks() {
      return true;
    }
  }

  @Override
  default String encode() {
    return switch (this) {
      case Undo(long entry) -> "undo:" + entry;
      case Announce(long announcement) -> "announce:" + announcement;
      case DropAnnouncement(long announcement) -> "unannounce:" + announcement;
      case Continue(long asker, String line) -> "go:" + Long.toString(asker, 36) + ":" + line;
      case Write(long asker, String line) -> "write:" + Long.toString(asker, 36) + ":" + line;
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
          case "step" -> new Continue(0, rest);
          case "go" -> parts.size() < 3 ? null : new Continue(asker(parts), line(parts));
          case "write" -> parts.size() < 3 ? null : new Write(asker(parts), line(parts));
          default -> null;
        });
  }

  private static long asker(List<String> parts) {
    return Long.parseLong(parts.get(1), 36);
  }

  private static String line(List<String> parts) {
    return String.join(":", parts.subList(2, parts.size()));
  }
}
