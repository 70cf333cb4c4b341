package io.switchboard.queue.line;

import io.switchboard.queue.slots.Slots;
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
    int running,
    Head head) {
  /**
   * The oldest that may be claimed, as it was when the line was written.
   *
   * @param id null if there is none
   * @param pool which accounts may answer it
   */
  record Head(@Nullable Long id, String pool) {
    static final Head NONE = new Head(null, Slots.ANY);
  }

  static Line of(long member) {
    return new Line(member, 0, 1, null, 0, 0, 0, 0, Head.NONE);
  }

  /** Which accounts may answer its oldest. */
  String pool() {
    return head.pool();
  }

  /** What the member will have been served when it is the turn of one that comes now. */
  double turn() {
    return served + waitingTokens / weight;
  }

  long headOrLast() {
    Long id = head.id();
    return id == null ? Long.MAX_VALUE : id;
  }

  /** Whether its oldest may be claimed now. */
  boolean eligible() {
    return ready > 0 && (atOnce == null || running < atOnce);
  }

  Line liftedTo(double least) {
    return new Line(
        member,
        Math.max(served, least),
        weight,
        atOnce,
        waiting,
        waitingTokens,
        ready,
        running,
        head);
  }

  /**
   * Charged.
   *
   * @param by the weight of the time when what is charged began: it may have changed since
   */
  Line charged(long tokens, double by) {
    return new Line(
        member, served + tokens / by, weight, atOnce, waiting, waitingTokens, ready, running, head);
  }

  Line allowed(Share share) {
    return new Line(
        member,
        served,
        share.weight(),
        share.atOnce(),
        waiting,
        waitingTokens,
        ready,
        running,
        head);
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
        running + moreRunning,
        head);
  }
}
