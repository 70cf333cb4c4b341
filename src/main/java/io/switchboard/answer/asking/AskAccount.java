package io.switchboard.answer.asking;

import io.switchboard.account.Account;
import io.switchboard.account.AnswerStream;
import io.switchboard.account.Failure;
import io.switchboard.account.Piece;
import io.switchboard.account.Prompt;
import io.switchboard.account.TokenUse;
import io.switchboard.answer.growing.GrowingText;

/** Asks an account once and lets the text grow. */
public final class AskAccount {
  private AskAccount() {}

  /** What came of it. */
  public sealed interface Outcome {
    /** The answer is whole, or as whole as the account gives it. */
    record Whole(TokenUse use, Piece.By by) implements Outcome {}

    /** Another account is the better one for it now. */
    record Elsewhere() implements Outcome {}

    /** Not even the question alone fits the model. */
    record TooLong(Failure failure) implements Outcome {}

    /** It is not. */
    record Broken(Failure failure) implements Outcome {}
  }

  /** Asks and reads until the answer has ended, whole or not. */
  static Outcome once(
      Account account, Prompt prompt, GrowingText text, StopSwitch stop, ChargeAsItGrows charge) {
    try (AnswerStream stream = account.open(prompt);
        StopSwitch.Aborting _ = stop.aborts(stream::close)) {
      while (true) {
        switch (stream.next()) {
          case Piece.Text(String more) -> {
            text.add(more);
            charge.grew(more);
          }
          case Piece.Thought(String more) -> {
            text.think(more);
            charge.grew(more);
          }
          case Piece.Ended(TokenUse use, Piece.By by) -> {
            return new Outcome.Whole(use, by);
          }
          case Piece.Broken(Failure failure) -> {
            return new Outcome.Broken(failure);
          }
        }
      }
    }
  }
}
