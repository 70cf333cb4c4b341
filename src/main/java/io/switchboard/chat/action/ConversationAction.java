package io.switchboard.chat.action;

import static java.lang.Long.parseLong;

import java.util.List;
import java.util.Optional;

/** What is done to a conversation. */
public sealed interface ConversationAction extends Action {
  /** Goes on with another conversation of the member here. */
  record Switch(long conversation) implements ConversationAction {}

  /**
   * Asks whether to delete a conversation, and does it.
   *
   * @param sure whether it was asked already
   */
  record Delete(long conversation, boolean sure) implements ConversationAction {}

  @Override
  default String encode() {
    return switch (this) {
      case Switch(long conversation) -> "switch:" + conversation;
      case Delete(long conversation, boolean sure) ->
          (sure ? "delete-sure:" : "delete:") + conversation;
    };
  }

  /**
   * What these parts of a text mean, if it is one of these.
   *
   * @throws NumberFormatException if a number is none
   */
  static Optional<ConversationAction> read(List<String> parts) {
    if (parts.size() != 2) {
      return Optional.empty();
    }
    String id = parts.get(1);
    return Optional.ofNullable(
        switch (parts.get(0)) {
          case "switch" -> new Switch(parseLong(id));
          case "delete" -> new Delete(parseLong(id), false);
          case "delete-sure" -> new Delete(parseLong(id), true);
          default -> null;
        });
  }
}
