package io.switchboard.app.parts.figures;

import io.switchboard.account.Account;
import io.switchboard.account.AccountTerms;
import io.switchboard.account.AnswerStream;
import io.switchboard.account.Piece;
import io.switchboard.account.Prompt;
import io.switchboard.account.media.Draws;
import io.switchboard.account.media.Hears;
import io.switchboard.account.media.Speaks;
import io.switchboard.http.watch.Metrics;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An account whose answers are timed. */
final class TimedAccount implements Account {
  private static final List<Duration> BUCKETS =
      List.of(
          Duration.ofMillis(200),
          Duration.ofMillis(500),
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5));

  private final Account account;
  private final Instruments instruments;

  /** What all accounts are timed by. */
  record Instruments(Metrics.Times first, Metrics.Times whole, Metrics.Count failures) {
    Instruments(Metrics metrics) {
      this(
          metrics.times(
              "switchboard.account.first.token",
              "From asking the account to the first piece of its answer",
              BUCKETS,
              "account"),
          metrics.times(
              "switchboard.account.answer",
              "From asking the account to the end of its answer",
              BUCKETS,
              "account"),
          metrics.counter(
              "switchboard.account.failures",
              "Calls that gave no whole answer",
              "account",
              "kind"));
    }
  }

  TimedAccount(Account account, Instruments instruments) {
    this.account = account;
    this.instruments = instruments;
    instruments.failures.add(0, account.name(), "busy");
  }

  @Override
  public String name() {
    return account.name();
  }

  @Override
  public AccountTerms terms() {
    return account.terms();
  }

  @Override
  public Optional<Hears> hears() {
    return account.hears();
  }

  @Override
  public Optional<Draws> draws() {
    return account.draws();
  }

  @Override
  public Optional<Speaks> speaks() {
    return account.speaks();
  }

  @Override
  public AnswerStream open(Prompt prompt) {
    long begin = System.nanoTime();
    return new Timed(account.open(prompt), begin);
  }

  private final class Timed implements AnswerStream {
    private final AnswerStream stream;
    private final long begin;
    private boolean began;
    private boolean over;

    Timed(AnswerStream stream, long begin) {
      this.stream = stream;
      this.begin = begin;
    }

    @Override
    public Piece next() {
      Piece piece = stream.next();
      Duration since = Duration.ofNanos(System.nanoTime() - begin);
      boolean some = piece instanceof Piece.Text || piece instanceof Piece.Thought;
      if (some && !began) {
        began = true;
        instruments.first.took(since, name());
      }
      if (!some && !over) {
        over = true;
        if (piece instanceof Piece.Broken(var failure)) {
          instruments.failures.add(1, name(), failure.kind().name().toLowerCase(Locale.ROOT));
        } else {
          instruments.whole.took(since, name());
        }
      }
      return piece;
    }

    @Override
    public void close() {
      stream.close();
    }
  }
}
