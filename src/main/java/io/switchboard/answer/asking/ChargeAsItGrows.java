package io.switchboard.answer.asking;

import io.switchboard.account.TokenCount;
import io.switchboard.queue.RequestQueue;
import io.switchboard.queue.request.RequestId;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a long answer count in the queue while it goes on: whoever has one under way is not taken for
 * somebody who has had little.
 */
final class ChargeAsItGrows {
  private static final Logger log = LoggerFactory.getLogger(ChargeAsItGrows.class);

  /** In characters; a model takes some seconds for so many. */
  private static final int STEP = 2_000;

  private final RequestQueue queue;
  private final RequestId request;
  private final StringBuilder uncounted = new StringBuilder();
  private final LongSupplier asked;
  private long tokens;

  /**
   * @param asked the prompt, in tokens; counted only where the answer is long
   */
  ChargeAsItGrows(RequestQueue queue, RequestId request, LongSupplier asked) {
    this.queue = queue;
    this.request = request;
    this.asked = asked;
  }

  /** More of the answer, or of the thoughts before it. */
  void grew(String more) {
    uncounted.append(more);
    if (uncounted.length() < STEP) {
      return;
    }
    String part = uncounted.toString();
    uncounted.setLength(0);
    try {
      if (tokens == 0) {
        tokens = asked.getAsLong();
      }
      tokens += TokenCount.estimate(part);
      queue.progressed(request, tokens);
    } catch (RuntimeException | Error away) {
      // The answer goes on; all of it is charged in the end.
      log.debug("request {} was not charged as it grew", request, away);
    }
  }
}
