package io.switchboard.chat.action;

import static java.lang.Long.parseLong;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is done to a share. */
public sealed interface ShareAction extends Action {
  /** Shows what sharing this turn would show. */
  record Share(long turn) implements ShareAction {}

  /**
   * Changes a previewed share.
   *
   * @param change what, at most 38 bytes; only whoever made the button reads it
   */
  record Draft(long share, String change) implements ShareAction {}

  /** Gives a previewed share its link. */
  record Publish(long share) implements ShareAction {}

  /**
   * Gives a share its link, as above, unless it has one, and posts it in the community channels.
   */
  record Post(long share) implements ShareAction {}

  /** Throws a previewed share away. */
  record Discard(long share) implements ShareAction {}

  /**
   * Changes a live share.
   *
   * @param change what, at most 38 bytes; only whoever made the button reads it
   */
  record Live(long share, String change) implements ShareAction {}

  /** Ends a live share. */
  record Revoke(long share) implements ShareAction {}

  /** Takes the posts of a share out of the community channels; the link stays. */
  record Withdraw(long share) implements ShareAction {}

  /** Shows a page of the list of live shares, counted from 0. */
  record Page(int number) implements ShareAction {}

  /**
   * Shows a page of the gallery.
   *
   * @param page from 0
   * @param liked whether the most liked come first, rather than the newest
   * @param words what is looked for, cut as {@link ConversationAction.Page} does it
   */
  record Gallery(int page, boolean liked, String words) implements ShareAction {
    public Gallery {
      words = ConversationAction.Page.beginning(words.strip());
    }

    /** The same on another page. */
    public Gallery on(int other) {
      return new Gallery(other, liked, words);
    }
  }

  @Override
  default String encode() {
    return switch (this) {
      case Share(long turn) -> "share:" + turn;
      case Draft(long share, String change) -> "draft:" + share + ":" + change;
      case Publish(long share) -> "publish:" + share;
      case Post(long share) -> "post:" + share;
      case Discard(long share) -> "discard:" + share;
      case Live(long share, String change) -> "live:" + share + ":" + change;
      case Revoke(long share) -> "revoke:" + share;
      case Withdraw(long share) -> "withdraw:" + share;
      case Page(int number) -> "shares:" + number;
      case Gallery(int page, boolean liked, String words) ->
          "gallery:"
              + (liked ? "liked" : "new")
              + ":"
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
  static Optional<ShareAction> read(List<String> parts) {
    if (parts.size() < 2) {
      return Optional.empty();
    }
    if (parts.size() == 4 && parts.get(0).equals("gallery")) {
      return gallery(parts.get(1), Integer.parseInt(parts.get(2)), parts.get(3));
    }
    String rest = String.join(":", parts.subList(2, parts.size()));
    return Optional.ofNullable(
        parts.size() == 2
            ? one(parts.get(0), parts.get(1))
            : change(parts.get(0), parts.get(1), rest));
  }

  private static Optional<ShareAction> gallery(String order, int page, String words) {
    try {
      byte[] said = Base64.getUrlDecoder().decode(words);
      return page < 0
          ? Optional.empty()
          : Optional.of(
              new Gallery(page, order.equals("liked"), new String(said, StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static @Nullable ShareAction one(String kind, String id) {
    return switch (kind) {
      case "share" -> new Share(parseLong(id));
      case "publish" -> new Publish(parseLong(id));
      case "post" -> new Post(parseLong(id));
      case "discard" -> new Discard(parseLong(id));
      case "revoke" -> new Revoke(parseLong(id));
      case "withdraw" -> new Withdraw(parseLong(id));
      case "shares" -> new Page(Integer.parseInt(id));
      default -> null;
    };
  }

  private static @Nullable ShareAction change(String kind, String share, String change) {
    return switch (kind) {
      case "draft" -> new Draft(parseLong(share), change);
      case "live" -> new Live(parseLong(share), change);
      default -> null;
    };
  }
}
