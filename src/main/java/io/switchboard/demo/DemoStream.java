package io.switchboard.demo;

import io.switchboard.account.AnswerStream;
import io.switchboard.account.Failure;
import io.switchboard.account.Piece;
import io.switchboard.account.TokenCount;
import io.switchboard.account.TokenUse;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A text given out word by word, as a model would. */
final class DemoStream implements AnswerStream {
  private final DemoAnswer answer;
  private final BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final long nanosPerCharacter;
  private final long tokensIn;
  private long due;
  private int at;

  DemoStream(DemoAnswer answer, DemoSettings settings, long tokensIn) {
    this.answer = answer;
    this.tokensIn = tokensIn;
    this.nanosPerCharacter = TimeUnit.SECONDS.toNanos(answer.slowness()) / settings.pace();
    this.due = System.nanoTime() + settings.thinking().toNanos();
    words.setText(answer.text());
  }

  @Override
  public Piece next() {
    if (!waited()) {
      return new Piece.Broken(new Failure(Failure.Kind.STOPPED, "closed by us", null));
    }
    if (at >= answer.text().length()) {
      return last();
    }
    int from = at;
    int end = words.following(from);
    // A word with the blank after it, as tokens are.
    while (end < answer.text().length() && answer.text().charAt(end) == ' ') {
      end++;
    }
    at = end;
    String more = answer.text().substring(from, end);
    // A reader who fell behind gets what is due at once, but no more than the pace allows.
    due += nanosPerCharacter * weight(more);
    return new Piece.Text(more);
  }

  private Piece last() {
    return answer.fails()
        ? new Piece.Broken(
            new Failure(Failure.Kind.REFUSED, "the demonstration was asked for an error", null))
        : new Piece.Ended(
            new TokenUse(tokensIn, TokenCount.estimate(answer.text()), false), Piece.By.ITSELF);
  }

  private static long weight(String text) {
    return text.codePoints().mapToLong(c -> c >= 0x1100 ? 3 : 1).sum();
  }

  /** Whether the time for the next piece has come, and nobody closed this meanwhile. */
  private boolean waited() {
    try {
      return !closed.await(due - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed.countDown();
      return false;
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
