package io.switchboard.openai.answer;

import io.switchboard.openai.wire.ErrorAnswer;
import io.switchboard.openai.wire.HttpCall;
import java.time.Duration;

/** The server that is asked. */
public interface Server {
  /** Sends the request in this server's dialect. */
  HttpCall call(AskRequest request, Dialect.Words words);

  /** What it was found to understand. */
  Dialect dialect();

  /** What its refusals mean. */
  ErrorAnswer errors();

  /** How long it may be silent before the first piece. */
  Duration first();

  /** How long it may be silent from then on. */
  Duration between();
}
