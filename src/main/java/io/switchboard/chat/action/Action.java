package io.switchboard.chat.action;

import io.switchboard.chat.message.Button;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a button does. A press proves nothing: whoever acts on one asks the room whether the thing
 * is the presser's.
 */
public sealed interface Action
    permits AdminAction,
        AnswerAction,
        CommunityAction,
        ConversationAction,
        MemberAction,
        OversightAction,
        ShareAction,
        StyleAction {
  /** For {@link Button.Press#action}. */
  String encode();

  /** Whether something is to be written first, where a platform can show a form for it. */
  default boolean asks() {
    return false;
  }

  /** A button that does this. */
  default Button.Press button(String label) {
    return new Button.Press(label, encode());
  }

  /** What a press means; empty if it is of another program or of a version to come. */
  static Optional<Action> parse(String text) {
    List<String> parts = List.of(text.split(":", -1));
    try {
      return Stream.<Function<List<String>, Optional<? extends Action>>>of(
              AdminAction::read,
              AnswerAction::read,
              CommunityAction::read,
              ConversationAction::read,
              MemberAction::read,
              OversightAction::read,
              ShareAction::read,
              StyleAction::read)
          .flatMap(read -> read.apply(parts).stream())
          .<Action>map(action -> action)
          .findFirst();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
