package io.switchboard.account;

/** A piece of an answer. */
public sealed interface Piece {
  /** More of the answer, in Markdown. */
  record Text(String more) implements Piece {}

  /** More of the model's reasoning, which is not part of the answer. */
  record Thought(String more) implements Piece {}

  /** The answer is complete, as far as it goes. */
  record Ended(TokenUse use, By by) implements Piece {}

  /** What ended an answer. */
  enum By {
    /** The model had said all it had to say. */
    ITSELF,
    /** The bound on the length of an answer, the model's or ours. */
    LENGTH,
    /** The account's filter, in the middle of the text. */
    FILTER
  }

  /** The answer is not complete and no more will come. */
  record Broken(Failure failure) implements Piece {}
}
