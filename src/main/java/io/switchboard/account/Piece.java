package io.switchboard.account;

/** A piece of an answer. */
public sealed interface Piece {
  /** More of the answer, in Markdown. */
  record Text(String more) implements Piece {}

  /** More of the model's reasoning, which is not part of the answer. */
  record Thought(String more) implements Piece {}

  /**
   * The answer is complete.
   *
   * @param cut whether the model's own bound on the length ended it
   */
  record Ended(TokenUse use, boolean cut) implements Piece {}

  /** The answer is not complete and no more will come. */
  record Broken(Failure failure) implements Piece {}
}
