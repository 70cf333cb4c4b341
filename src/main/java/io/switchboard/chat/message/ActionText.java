package io.switchboard.chat.message;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Actions as text: a word, then what it needs, with colons between. */
final class ActionText {
  private ActionText() {}

  static String encode(Action action) {
    return switch (action) {
      case Action.Stop(long request) -> "stop:" + request;
      case Action.Cancel(long request) -> "cancel:" + request;
      case Action.Retry(long turn) -> "again:" + turn;
      case Action.Variant(long turn, int step) -> "variant:" + turn + ":" + step;
      case Action.Share(long turn) -> "share:" + turn;
      case Action.ShareInstead(long turn, boolean whole, long draft, String expiry) ->
          (whole ? "whole:" : "one:") + turn + ":" + draft + ":" + expiry;
      case Action.Mask(long share, String expiry) -> "mask:" + share + ":" + expiry;
      case Action.Publish(long share, String expiry) -> "publish:" + share + ":" + expiry;
      case Action.Post(long share, String expiry) -> "post:" + share + ":" + expiry;
      case Action.Discard(long share) -> "discard:" + share;
      case Action.Revoke(long share) -> "revoke:" + share;
      case Action.Withdraw(long share) -> "withdraw:" + share;
      case Action.Switch(long conversation) -> "switch:" + conversation;
      case Action.DeleteConversation(long conversation, boolean sure) ->
          (sure ? "delete-sure:" : "delete:") + conversation;
      case Action.Language(String tag) -> "language:" + tag;
    };
  }

  static Optional<Action> parse(String text) {
    String[] parts = text.split(":", -1);
    try {
      return Optional.ofNullable(read(parts));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static @Nullable Action read(String[] parts) {
    return switch (parts.length) {
      case 2 -> {
        String what = parts[1];
        yield switch (parts[0]) {
          case "stop" -> new Action.Stop(number(what));
          case "cancel" -> new Action.Cancel(number(what));
          case "again" -> new Action.Retry(number(what));
          case "share" -> new Action.Share(number(what));
          case "discard" -> new Action.Discard(number(what));
          case "revoke" -> new Action.Revoke(number(what));
          case "withdraw" -> new Action.Withdraw(number(what));
          case "switch" -> new Action.Switch(number(what));
          case "delete" -> new Action.DeleteConversation(number(what), false);
          case "delete-sure" -> new Action.DeleteConversation(number(what), true);
          case "language" -> new Action.Language(what);
          default -> null;
        };
      }
      case 3 ->
          switch (parts[0]) {
            case "variant" -> new Action.Variant(number(parts[1]), Integer.parseInt(parts[2]));
            case "mask" -> new Action.Mask(number(parts[1]), parts[2]);
            case "publish" -> new Action.Publish(number(parts[1]), parts[2]);
            case "post" -> new Action.Post(number(parts[1]), parts[2]);
            default -> null;
          };
      case 4 ->
          switch (parts[0]) {
            case "whole", "one" ->
                new Action.ShareInstead(
                    number(parts[1]), parts[0].equals("whole"), number(parts[2]), parts[3]);
            default -> null;
          };
      default -> null;
    };
  }

  private static long number(String text) {
    return Long.parseLong(text);
  }
}
