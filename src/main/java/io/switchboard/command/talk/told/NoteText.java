package io.switchboard.command.talk.told;

import io.switchboard.chat.action.AnswerAction;
import io.switchboard.chat.message.Reply;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
import io.switchboard.queue.request.Position;
import io.switchboard.queue.request.RequestId;
import java.time.Duration;
import java.util.List;

/** The message that says where a request stands, with a button that takes it back. */
final class NoteText {
  private NoteText() {}

  /** The note for a request that stands there. */
  static Reply of(Words words, RequestId request, Position position) {
    return Reply.of(text(words, position))
        .with(
            List.of(
                List.of(
                    new AnswerAction.Cancel(request.value()).button(words.label("ask.cancel")))));
  }

  private static Document text(Words words, Position position) {
    Duration startsIn = position.startsIn();
    if (startsIn == null) {
      return words.say("ask.waiting", position.ahead());
    }
    return words.say("ask.waiting.starts", position.ahead(), coarse(startsIn));
  }

  /** It is an estimate, and a note that changes with every second costs sends. */
  private static Duration coarse(Duration startsIn) {
    long tens = Math.ceilDiv(Math.max(1, startsIn.toSeconds()), 10L);
    return Duration.ofSeconds(tens * 10);
  }
}
