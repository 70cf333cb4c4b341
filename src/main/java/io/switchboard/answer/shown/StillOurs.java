package io.switchboard.answer.shown;

import io.switchboard.answer.aside.Aside;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether an answer that grows is still for this process to show. A database that is away lets
 * whoever asks wait for half a minute; until it says anything the text grows on. Used by one thread
 * at a time.
 */
final class StillOurs {
  /** Longer than any database takes that is there. */
  private static final Duration LONGEST = Duration.ofSeconds(1);

  private final BooleanSupplier asks;
  private @Nullable FutureTask<Boolean> unanswered;

  /**
   * @param asks the database; blocks
   */
  StillOurs(BooleanSupplier asks) {
    this.asks = asks;
  }

  /** As far as is known within a second. */
  boolean asFarAsKnown() {
    FutureTask<Boolean> asked = unanswered;
    boolean waitedFor = asked != null;
    if (asked == null || asked.isDone()) {
      asked = new FutureTask<>(asks::getAsBoolean);
      waitedFor = false;
      Aside.start("still ours", asked);
    }
    unanswered = asked;
    try {
      boolean ours = waitedFor || asked.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
      unanswered = waitedFor ? asked : null;
      return ours;
    } catch (TimeoutException away) {
      return true;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException why ? why : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
