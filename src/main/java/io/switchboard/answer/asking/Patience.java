package io.switchboard.answer.asking;

import io.switchboard.account.Failure;
import java.time.Duration;

/** How often and after what wait an account is asked again for the same answer. */
final class Patience {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final Duration IN_ALL = Duration.ofMinutes(5);

  /** An answer that breaks off in its middle is costly to repeat. */
  private static final int BROKEN_MIDWAY = 2;

  private Duration waited = Duration.ZERO;
  private int tries;
  private int midway;

  /** How long to wait before the next try; negative if it is not worth it. */
  Duration before(Failure failure, boolean textCame) {
    if (!failure.passing() || (textCame && ++midway > BROKEN_MIDWAY)) {
      return Duration.ofMillis(-1);
    }
    Duration backOff = Duration.ofSeconds(1L << Math.min(tries++, 5));
    Duration asked = failure.retryAfter();
    Duration pause =
        asked != null ? asked : backOff.compareTo(LONGEST_WAIT) < 0 ? backOff : LONGEST_WAIT;
    waited = waited.plus(pause);
    return waited.compareTo(IN_ALL) > 0 ? Duration.ofMillis(-1) : pause;
  }
}
