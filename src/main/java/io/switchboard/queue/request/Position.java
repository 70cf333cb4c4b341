package io.switchboard.queue.request;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where a request stands.
 *
 * @param ahead how many are expected to start before it
 * @param startsIn when it is expected to start; zero if at once; null while too little is known
 */
public record Position(int ahead, @Nullable Duration startsIn) {
  /** Whether nothing is in its way. */
  public boolean startsNow() {
    return startsIn != null && startsIn.isZero();
  }
}
