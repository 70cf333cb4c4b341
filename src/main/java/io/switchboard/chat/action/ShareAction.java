package io.switchboard.chat.action;

import static java.lang.Long.parseLong;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is done to a share. An expiry is as its owner wrote it, such as {@code 24h}; empty for the
 * default.
 */
public sealed interface ShareAction extends Action {
  /** Shows what sharing this turn would show. */
  record Share(long turn) implements ShareAction {}

  /**
   * Shows another selection in place of a preview.
   *
   * @param turn the last one
   * @param whole the conversation up to it, rather than the turn alone
   * @param draft the share that was previewed, which goes
   */
  record Instead(long turn, boolean whole, long draft, String expiry) implements ShareAction {}

  /** Covers what was found in a previewed share and is likely not meant for others. */
  record Mask(long share, String expiry) implements ShareAction {}

  /** Gives a previewed share its link. */
  record Publish(long share, String expiry) implements ShareAction {}

  /**
   * Gives a share its link, as above, unless it has one, and posts it in the community channels.
   */
  record Post(long share, String expiry) implements ShareAction {}

  /** Throws a previewed share away. */
  record Discard(long share) implements ShareAction {}

  /** Ends a live share. */
  record Revoke(long share) implements ShareAction {}

  /** Takes the posts of a share out of the community channels; the link stays. */
  record Withdraw(long share) implements ShareAction {}

  @Override
  default String encode() {
    return switch (this) {
      case Share(long turn) -> "share:" + turn;
      case Instead(long turn, boolean whole, long draft, String expiry) ->
          (whole ? "whole:" : "one:") + turn + ":" + draft + ":" + expiry;
      case Mask(long share, String expiry) -> "mask:" + share + ":" + expiry;
      case Publish(long share, String expiry) -> "publish:" + share + ":" + expiry;
      case Post(long share, String expiry) -> "post:" + share + ":" + expiry;
      case Discard(long share) -> "discard:" + share;
      case Revoke(long share) -> "revoke:" + share;
      case Withdraw(long share) -> "withdraw:" + share;
    };
  }

  /**
   * What these parts of a text mean, if it is one of these.
   *
   * @throws NumberFormatException if a number is none
   */
  static Optional<ShareAction> read(List<String> parts) {
    return Optional.ofNullable(
        switch (parts.size()) {
          case 2 -> one(parts.get(0), parts.get(1));
          case 3 -> withExpiry(parts.get(0), parts.get(1), parts.get(2));
          case 4 -> instead(parts.get(0), parts.get(1), parts.get(2), parts.get(3));
          default -> null;
        });
  }

  private static @Nullable ShareAction one(String kind, String id) {
    return switch (kind) {
      case "share" -> new Share(parseLong(id));
      case "discard" -> new Discard(parseLong(id));
      case "revoke" -> new Revoke(parseLong(id));
      case "withdraw" -> new Withdraw(parseLong(id));
      default -> null;
    };
  }

  private static @Nullable ShareAction withExpiry(String kind, String share, String expiry) {
    return switch (kind) {
      case "mask" -> new Mask(parseLong(share), expiry);
      case "publish" -> new Publish(parseLong(share), expiry);
      case "post" -> new Post(parseLong(share), expiry);
      default -> null;
    };
  }

  private static @Nullable ShareAction instead(
      String kind, String turn, String draft, String expiry) {
    return switch (kind) {
      case "whole", "one" ->
          new Instead(parseLong(turn), kind.equals("whole"), parseLong(draft), expiry);
      default -> null;
    };
  }
}
