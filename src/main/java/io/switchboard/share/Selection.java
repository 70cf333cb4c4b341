package io.switchboard.share;

import io.switchboard.conversation.ConversationId;
import io.switchboard.conversation.TurnId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What of a conversation is shared. */
public sealed interface Selection {
  /** One answer with its question. */
  record One(TurnId turn) implements Selection {}

  /** The last answers with their questions, at least 1. */
  record Last(ConversationId conversation, int turns) implements Selection {}

  /**
   * Some in the middle.
   *
   * @param first of the answers on the present path, counted from 1
   * @param last with it
   */
  record Between(ConversationId conversation, int first, int last) implements Selection {}

  /** The whole present path. */
  record Whole(ConversationId conversation) implements Selection {}

  /** A short form without the conversation, which is known beside it. */
  default String write() {
    return switch (this) {
      case One(TurnId turn) -> "one:" + turn.value();
      case Last(ConversationId in, int turns) -> "last:" + turns;
      case Between(ConversationId in, int first, int last) -> first + "-" + last;
      case Whole(ConversationId in) -> "all";
    };
  }

  /** What {@link #write} wrote. */
  static Optional<Selection> read(String written, ConversationId conversation) {
    Matcher form = Forms.ALL.matcher(written);
    if (!form.matches()) {
      return Optional.empty();
    }
    if (form.group(1) != null) {
      return Optional.of(new One(new TurnId(Long.parseLong(form.group(1)))));
    }
    if (form.group(2) != null) {
      return Optional.of(new Last(conversation, Integer.parseInt(form.group(2))));
    }
    return Optional.of(
        form.group(3) == null
            ? new Whole(conversation)
            : new Between(
                conversation, Integer.parseInt(form.group(3)), Integer.parseInt(form.group(4))));
  }

  /** The short forms. */
  final class Forms {
    private static final Pattern ALL =
        Pattern.compile("one:(\\d{1,18})|last:(\\d{1,6})|(\\d{1,6})-(\\d{1,6})|all");

    private Forms() {}
  }
}
