package io.switchboard.chat.action;

import static java.lang.Long.parseLong;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is done to an answer. */
public sealed interface AnswerAction extends Action {
  /** Stops a request that runs; under a growing answer. */
  record Stop(long request) implements AnswerAction {}

  /** Takes a request back that waits; under the note that says where it stands. */
  record Cancel(long request) implements AnswerAction {}

  /** Another variant of a turn's answer. */
  record Retry(long turn) implements AnswerAction {}

  /** Reads a turn's answer aloud. */
  record Listen(long turn) implements AnswerAction {}

  /**
   * Shows this turn in place of the variant that the message shows.
   *
   * @param step which of the pager's buttons it is, as two of one message must not be the same: -1,
   *     0 or 1
   */
  record Variant(long turn, int step) implements AnswerAction {}

  @Override
  default String encode() {
    return switch (this) {
      case Stop(long request) -> "stop:" + request;
      case Cancel(long request) -> "cancel:" + request;
      case Retry(long turn) -> "again:" + turn;
      case Listen(long turn) -> "listen:" + turn;
      case Variant(long turn, int step) -> "variant:" + turn + ":" + step;
    };
  }

  /**
   * What these parts of a text mean, if it is one of these.
   *
   * @throws NumberFormatException if a number is none
   */
  static Optional<AnswerAction> read(List<String> parts) {
    return Optional.ofNullable(
        switch (parts.size()) {
          case 2 -> one(parts.get(0), parts.get(1));
          case 3 ->
              parts.get(0).equals("variant")
                  ? new Variant(parseLong(parts.get(1)), Integer.parseInt(parts.get(2)))
                  : null;
          default -> null;
        });
  }

  private static @Nullable AnswerAction one(String kind, String id) {
    return switch (kind) {
      case "stop" -> new Stop(parseLong(id));
      case "cancel" -> new Cancel(parseLong(id));
      case "again" -> new Retry(parseLong(id));
      case "listen" -> new Listen(parseLong(id));
      default -> null;
    };
  }
}
