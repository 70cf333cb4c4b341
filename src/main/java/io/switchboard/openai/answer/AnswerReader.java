package io.switchboard.openai.answer;

import io.switchboard.account.Piece;
import io.switchboard.openai.wire.ServerEvents;

/** Reads what a server sends for one answer, and knows how far it is. */
interface AnswerReader {
  void take(ServerEvents.Event event);

  /** A whole answer that came as one document instead of a stream. */
  void takeDocument(String body);

  /** Whether nothing more of interest can come. */
  boolean done();

  /** Whether the answer itself is complete, though its use may still be told. */
  boolean finished();

  /**
   * The last piece, when no more comes.
   *
   * @param estimatedIn the prompt's tokens, should the server not have said so
   */
  Piece last(long estimatedIn);
}
