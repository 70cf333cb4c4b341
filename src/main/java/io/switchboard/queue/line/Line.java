package io.switchboard.queue.line;

import org.jspecify.annotations.Nullable;

/**
 * A member's line.
 *
 * @param served service received in tokens divided by the weight, and lifted where the member was
 *     away
 * @param weight of two members who both wait all the time, the one with twice the weight gets twice
 *     the tokens
 * @param atOnce so many may run at once; null for any number
 * @param waiting requests that wait, for whatever
 * @param waitingTokens expected for those
 * @param ready requests of those that may be claimed
 */
record Line(
    long member,
    double served,
    double weight,
    @Nullable Integer atOnce,
    int waiting,
    long waitingTokens,
    int ready,
    int running) {

  static Line of(long member) {
    return new Line(member, 0, 1, null, 0, 0, 0, 0);
  }

  /** Whether its oldest may be claimed now. */
  boolean eligible() {
    return ready > 0 && (atOnce == null || running < atOnce);
  }

  Line liftedTo(double least) {
    return new Line(
        member, Math.max(served, least), weight, atOnce, waiting, waitingTokens, ready, running);
  }

  Line charged(long tokens) {
    return new Line(
        member, served + tokens / weight, weight, atOnce, waiting, waitingTokens, ready, running);
  }

  Line allowed(@Nullable Integer newAtOnce) {
    return new Line(member, served, weight, newAtOnce, waiting, waitingTokens, ready, running);
  }

  /** With so many more (or less) of each. */
  Line plus(int moreWaiting, long moreTokens, int moreReady, int moreRunning) {
    return new Line(
        member,
        served,
        weight,
        atOnce,
        waiting + moreWaiting,
        waitingTokens + moreTokens,
        ready + moreReady,
        running + moreRunning);
  }
}
