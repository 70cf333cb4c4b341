package io.switchboard.queue.daily;

import java.time.Duration;
import java.util.Optional;

/**
 * So much was asked and answered.
 *
 * @param requests that were answered
 * @param failed that were not
 * @param conversations in which anything was asked, counted anew each day
 * @param tokensIn of the prompts
 * @param tokensOut of the answers
 * @param money in millionths of the price table's currency
 * @param waited from the question to the beginning of the answering, of all together
 * @param answered from there to the whole answer, of all together
 */
public record Sums(
    long requests,
    long failed,
    long conversations,
    long tokensIn,
    long tokensOut,
    long money,
    Duration waited,
    Duration answered) {
  /** Nothing. */
  public static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0, Duration.ZERO, Duration.ZERO);

  /** One that was not answered. */
  public static final Sums ONE_FAILED = new Sums(0, 1, 0, 0, 0, 0, Duration.ZERO, Duration.ZERO);

  /** A conversation. */
  static final Sums ONE_CONVERSATION = new Sums(0, 0, 1, 0, 0, 0, Duration.ZERO, Duration.ZERO);

  /** In and out. */
  public long tokens() {
    return tokensIn + tokensOut;
  }

  /** How long one waited on average; empty if there was none. */
  public Optional<Duration> averageWait() {
    return average(waited);
  }

  /** How long one answer took on average; empty if there was none. */
  public Optional<Duration> averageAnswer() {
    return average(answered);
  }

  private Optional<Duration> average(Duration all) {
    return requests == 0 ? Optional.empty() : Optional.of(all.dividedBy(requests));
  }

  /** Both together. */
  public Sums plus(Sums o) {
    return new Sums(
        requests + o.requests,
        failed + o.failed,
        conversations + o.conversations,
        tokensIn + o.tokensIn,
        tokensOut + o.tokensOut,
        money + o.money,
        waited.plus(o.waited),
        answered.plus(o.answered));
  }
}
