package io.switchboard.answer.asking;

import io.switchboard.account.Failure;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which models were found to take no pictures, so that they need not be asked twice each time.
 * Forgotten after a day and with the process: models learn to see.
 */
final class Sight {
  private static final Duration REMEMBERED = Duration.ofDays(1);

  /** A refusal that does not say so may be for what one picture shows: so often it is for all. */
  private static final int REFUSALS = 2;

  private record Model(String account, @Nullable String model) {}

  private record Known(int refusals, long nanos) {}

  private final Map<Model, Known> blind = new ConcurrentHashMap<>();

  boolean blind(String account, @Nullable String model) {
    Known known = blind.get(new Model(account, model));
    return known != null
        && known.refusals() >= REFUSALS
        && System.nanoTime() - known.nanos() < REMEMBERED.toNanos();
  }

  /** It answered without the pictures what it had refused with them. */
  void refused(String account, @Nullable String model, Failure.Kind kind) {
    int more = kind == Failure.Kind.NO_PICTURES ? REFUSALS : 1;
    blind.merge(
        new Model(account, model),
        new Known(more, System.nanoTime()),
        (before, now) -> new Known(before.refusals() + now.refusals(), now.nanos()));
  }

  /** It answered with pictures. */
  void saw(String account, @Nullable String model) {
    blind.remove(new Model(account, model));
  }
}
