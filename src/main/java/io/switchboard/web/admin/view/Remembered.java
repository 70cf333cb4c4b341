package io.switchboard.web.admin.view;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that costs, looked up once for all who want to know it within a time. */
public final class Remembered<T> implements Supplier<T> {
  private final InstantSource time;
  private final Duration goodFor;
  private final Supplier<T> look;
  private @Nullable T last;
  private Instant lookedAt = Instant.MIN;

  /** What {@code look} finds is good for so long. */
  public Remembered(InstantSource time, Duration goodFor, Supplier<T> look) {
    this.time = time;
    this.goodFor = goodFor;
    this.look = look;
  }

  @Override
  public synchronized T get() {
    Instant now = time.instant();
    T known = last;
    if (known != null
        && !now.isBefore(lookedAt)
        && Duration.between(lookedAt, now).compareTo(goodFor) < 0) {
      return known;
    }
    T fresh = look.get();
    last = fresh;
    lookedAt = now;
    return fresh;
  }
}
