package io.switchboard.answer.prompt;

import io.switchboard.conversation.Titles;
import io.switchboard.conversation.Turn;
import io.switchboard.conversation.TurnId;
import io.switchboard.member.MemberId;
import java.util.Map;
import java.util.function.Function;

/**
 * Who said what, where several people write in one conversation: each question begins with its
 * writer's name. OpenAI's own field for it takes no name that is not written in plain ASCII.
 *
 * @param authors empty for a conversation of one person, where nobody is named
 * @param names what a member is called; empty for one who is gone
 */
record Speakers(Map<TurnId, MemberId> authors, Function<MemberId, String> names) {
  /** What the model is told of it. */
  static final String EXPLAINED =
      "Several people write in this conversation. Each of their messages begins with the name of"
          + " its writer and a colon; your own do not.";

  private static final int LONGEST = 40;
  private static final String UNKNOWN = "Somebody";

  boolean several() {
    return !authors.isEmpty();
  }

  /** The turn with its writer's name before the question. */
  Turn named(Turn turn) {
    if (!several()) {
      return turn;
    }
    MemberId author = authors.get(turn.id());
    String name = author == null ? "" : oneLine(names.apply(author));
    return new Turn(
        turn.id(),
        turn.parent(),
        (name.isEmpty() ? UNKNOWN : name) + ": " + turn.question(),
        turn.answer(),
        turn.complete(),
        turn.askedAt());
  }

  /** A name cannot pretend to be the end of one and the beginning of another message. */
  private static String oneLine(String name) {
    String line = Titles.clean(name).replace(':', ' ').strip();
    return line.codePointCount(0, line.length()) <= LONGEST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST));
  }
}
