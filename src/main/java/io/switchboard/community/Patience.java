package io.switchboard.community;

import io.switchboard.chat.message.Delivery;
import java.time.Duration;
import java.util.function.Supplier;

/** Waits when a platform wants fewer calls, for channels whose place the outbox does not know. */
final class Patience {
  private static final int TRIES = 4;

  private Patience() {}

  /** Calls again after the time that the platform asks for, a few times and not for longer. */
  static Delivery with(Supplier<Delivery> call, Duration longest) {
    Duration left = longest;
    Delivery delivery = call.get();
    for (int i = 1; i < TRIES && delivery instanceof Delivery.Throttled(Duration wait); i++) {
      if (wait.compareTo(left) > 0) {
        return delivery;
      }
      try {
        Thread.sleep(wait);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return delivery;
      }
      left = left.minus(wait);
      delivery = call.get();
    }
    return delivery;
  }
}
