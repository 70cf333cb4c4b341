package io.switchboard.chat.action;

import static java.lang.Long.parseLong;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What admins do with members' conversations, and what members say to it. */
public sealed interface OversightAction extends Action {
  /** Lets admins read the presser's conversations, or no longer. */
  record LetRead(boolean allowed) implements OversightAction {}

  /** Shows a member's conversation to an admin. */
  record Show(long conversation) implements OversightAction {}

  /**
   * Asks whether to delete a member's conversation, and does it.
   *
   * @param sure whether it was asked already
   */
  record Remove(long conversation, boolean sure) implements OversightAction {}

  /**
   * Asks whether to end a member's link, and does it.
   *
   * @param sure whether it was asked already
   */
  record EndLink(long share, boolean sure) implements OversightAction {}

  /**
   * Asks whether to end all links of a member, and does it.
   *
   * @param sure whether it was asked already
   */
  record EndLinks(long owner, boolean sure) implements OversightAction {}

  /** Takes all posts of a member out of the community. */
  record TakePosts(long owner) implements OversightAction {}

  /**
   * Shows a page of members' links.
   *
   * @param owner whose; 0 for everybody's
   * @param page from 0
   */
  record Links(long owner, int page) implements OversightAction {}

  /** Agrees that a conversation changes hands. */
  record Agree(long conversation) implements OversightAction {}

  /** Does not agree. */
  record Refuse(long conversation) implements OversightAction {}

  @Override
  default String encode() {
    return switch (this) {
      case LetRead(boolean allowed) -> "let-read:" + (allowed ? 1 : 0);
      case Show(long conversation) -> "oversee:" + conversation;
      case Remove(long conversation, boolean sure) ->
          (sure ? "remove-sure:" : "remove:") + conversation;
      case EndLink(long share, boolean sure) -> (sure ? "end-link-sure:" : "end-link:") + share;
      case EndLinks(long owner, boolean sure) -> (sure ? "end-all-sure:" : "end-all:") + owner;
      case TakePosts(long owner) -> "take-posts:" + owner;
      case Links(long owner, int page) -> "links:" + owner + ":" + page;
      case Agree(long conversation) -> "hand-over:" + conversation;
      case Refuse(long conversation) -> "keep-it:" + conversation;
    };
  }

  /**
   * What these parts of a text mean, if it is one of these.
   *
   * @throws NumberFormatException if a number is none
   */
  static Optional<OversightAction> read(List<String> parts) {
    return switch (parts.size()) {
      case 2 -> Optional.ofNullable(one(parts.get(0), parts.get(1)));
      case 3 ->
          parts.getFirst().equals("links")
              ? Optional.of(new Links(parseLong(parts.get(1)), Integer.parseInt(parts.get(2))))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static @Nullable OversightAction one(String kind, String id) {
    return switch (kind) {
      case "let-read" -> new LetRead(parseLong(id) == 1);
      case "oversee" -> new Show(parseLong(id));
      case "remove" -> new Remove(parseLong(id), false);
      case "remove-sure" -> new Remove(parseLong(id), true);
      case "end-link" -> new EndLink(parseLong(id), false);
      case "end-link-sure" -> new EndLink(parseLong(id), true);
      case "end-all" -> new EndLinks(parseLong(id), false);
      case "end-all-sure" -> new EndLinks(parseLong(id), true);
      case "take-posts" -> new TakePosts(parseLong(id));
      case "hand-over" -> new Agree(parseLong(id));
      case "keep-it" -> new Refuse(parseLong(id));
      default -> null;
    };
  }
}
