package io.switchboard.openai.answer;

import io.switchboard.account.Piece;
import io.switchboard.account.TokenCount;
import io.switchboard.account.TokenUse;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** What has come of an answer, passed on as it comes, and counted, should the server not do so. */
final class AnswerText {
  /** More text than any model writes in one answer: somebody means harm, or is broken. */
  private static final int LONGEST = 4_000_000;

  private final Queue<Piece> pieces;
  private boolean any;
  private long characters;
  private long estimated;

  /**
   * @param pieces where what is found goes
   */
  AnswerText(Queue<Piece> pieces) {
    this.pieces = pieces;
  }

  void text(String more) {
    if (!more.isEmpty()) {
      any = true;
      count(more);
      pieces.add(new Piece.Text(more));
    }
  }

  void thought(String more) {
    if (!more.isEmpty()) {
      count(more);
      pieces.add(new Piece.Thought(more));
    }
  }

  /** Text from here on is a paragraph of its own. */
  void newParagraph() {
    if (any) {
      text("\n\n");
    }
  }

  private void count(String more) {
    estimated += TokenCount.estimate(more);
    characters += more.length();
  }

  /** Whether there was text, thoughts aside. */
  boolean any() {
    return any;
  }

  /** Whether it is too long to go on. */
  boolean tooLong() {
    return characters > LONGEST;
  }

  /**
   * What the answer took.
   *
   * @param counted by the server; null if it did not say
   * @param estimatedIn the prompt's tokens, should it not have
   */
  TokenUse use(@Nullable TokenUse counted, long estimatedIn) {
    return counted == null ? new TokenUse(estimatedIn, estimated, false) : counted;
  }
}
