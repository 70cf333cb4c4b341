package io.switchboard.telegram.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Whether a server has some method, as far as it has said so. A stray refusal, as from something
 * between here and the server, proves nothing; and what was missing may come with the server's next
 * version.
 */
public final class Feature {
  /** What was missing is asked for again after so long. */
  private static final Duration ASK_AGAIN = Duration.ofDays(1);

  /** So many refusals in a row that may mean it do mean it. */
  private static final int ENOUGH = 3;

  private final InstantSource clock;
  private Instant missingUntil = Instant.MIN;
  private int doubtful;

  /** One that is thought to be there. */
  public Feature(InstantSource clock) {
    this.clock = clock;
  }

  /** Whether it is worth a call. */
  public synchronized boolean isThere() {
    return !clock.instant().isBefore(missingUntil);
  }

  /**
   * Learns from what came of a call.
   *
   * @return whether the call was refused as one to a method that is not there
   */
  public synchronized boolean isMissing(Answer answer) {
    if (!(answer instanceof Answer.Refused refused && refused.unknownMethod())) {
      doubtful = answer instanceof Answer.Silent ? doubtful : 0;
      return false;
    }
    doubtful++;
    if (refused.saysUnknownMethod() || doubtful >= ENOUGH) {
      missingUntil = clock.instant().plus(ASK_AGAIN);
      doubtful = 0;
    }
    return true;
  }
}
