package io.switchboard.app.parts.figures;

import io.switchboard.http.watch.Metrics;
import io.switchboard.queue.busy.Onlooker;
import io.switchboard.queue.daily.Sums;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Questions by how they ended, and what they used. */
final class CountQuestions implements Onlooker {
  private static final double MILLIONTHS = 1e6;
  private static final List<Duration> WAITS =
      List.of(
          Duration.ofMillis(100),
          Duration.ofMillis(500),
          Duration.ofSeconds(2),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10),
          Duration.ofHours(1));

  private final Metrics.Count came;
  private final Metrics.Count ended;
  private final Metrics.Count tokens;
  private final Metrics.Count money;
  private final Metrics.Times waited;
  private final String currency;

  CountQuestions(Metrics metrics, String currency) {
    this.currency = currency.toLowerCase(Locale.ROOT);
    came = metrics.counter("switchboard.questions", "Questions by what became of them", "outcome");
    ended =
        metrics.counter(
            "switchboard.requests",
            "Requests that are over, by how they ended",
            "account",
            "ending");
    tokens = metrics.counter("switchboard.tokens", "Tokens used", "account", "direction");
    money =
        metrics.counter(
            "switchboard.money.spent", "Money spent, by the price table", "account", "currency");
    waited =
        metrics.times(
            "switchboard.queue.wait", "From the question until the account was asked", WAITS);
    came.add(0, "queued");
    came.add(0, "over_limit");
  }

  @Override
  public void came(String outcome) {
    came.add(1, outcome);
  }

  @Override
  public void answered(String account, Sums sums) {
    ended.add(1, account, "answered");
    tokens.add((double) sums.tokensIn(), account, "in");
    tokens.add((double) sums.tokensOut(), account, "out");
    money.add(sums.money() / MILLIONTHS, account, currency);
    waited.took(sums.waited());
  }

  @Override
  public void failed(String account) {
    ended.add(1, account, "failed");
  }

  @Override
  public void cancelled() {
    ended.add(1, "", "cancelled");
  }
}
