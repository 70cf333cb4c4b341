package io.switchboard.openai.answer;

import io.switchboard.account.Piece;
import io.switchboard.account.Prompt;
import io.switchboard.openai.wire.ErrorAnswer;
import java.util.Queue;

/** A prompt in the words of one of a server's interfaces. */
public interface AskRequest {
  /** What is asked. */
  Prompt prompt();

  /** The body of the request. */
  String json(Dialect.Words words);

  /** Reads what comes for it, and puts the pieces there. */
  AnswerReader reader(ErrorAnswer errors, Queue<Piece> pieces);

  /** Whether the answer's length is bounded. */
  default boolean bounded() {
    return prompt().maxTokens() != null;
  }
}
