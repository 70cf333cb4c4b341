package io.switchboard.chat.action;

import static java.lang.Long.parseLong;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
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

  /** Says how to give it another title. */
  record Rename(long conversation) implements ConversationAction {}

  /**
   * Another page of the list.
   *
   * @param page from 0
   * @param words what is looked for; of more than {@link Page#LONGEST} bytes in UTF-8, the
   *     beginning
   */
  record Page(int page, String words) implements ConversationAction {
    static final int LONGEST = 33;

    public Page {
      words = beginning(words.strip());
    }

    /** As much of the words as is looked for. */
    public static String beginning(String words) {
      int end = words.length();
      while (words.substring(0, end).getBytes(StandardCharsets.UTF_8).length > LONGEST) {
        end = words.offsetByCodePoints(end, -1);
      }
      return words.substring(0, end).strip();
    }
  }

  @Override
  default String encode() {
    return switch (this) {
      case Switch(long conversation) -> "switch:" + conversation;
      case Delete(long conversation, boolean sure) ->
          (sure ? "delete-sure:" : "delete:") + conversation;
      case Rename(long conversation) -> "rename:" + conversation;
      case Page(int page, String words) ->
          "talks:"
              + page
              + ":"
              + Base64.getUrlEncoder()
                  .withoutPadding()
                  .encodeToString(words.getBytes(StandardCharsets.UTF_8));
    };
  }

  /**
   * What these parts of a text mean, if it is one of these.
   *
   * @throws NumberFormatException if a number is none
   */
  static Optional<ConversationAction> read(List<String> parts) {
    if (parts.size() == 3 && parts.get(0).equals("talks")) {
      return page(Integer.parseInt(parts.get(1)), parts.get(2));
    }
    if (parts.size() != 2) {
      return Optional.empty();
    }
    String id = parts.get(1);
    return Optional.ofNullable(
        switch (parts.get(0)) {
          case "switch" -> new Switch(parseLong(id));
          case "delete" -> new Delete(parseLong(id), false);
          case "delete-sure" -> new Delete(parseLong(id), true);
          case "rename" -> new Rename(parseLong(id));
          default -> null;
        });
  }

  private static Optional<ConversationAction> page(int page, String words) {
    try {
      byte[] said = Base64.getUrlDecoder().decode(words);
      return page < 0
          ? Optional.empty()
          : Optional.of(new Page(page, new String(said, StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
