package io.switchboard.pacing;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * How long something is worth trying.
 *
 * @param pauses after each failure; when they are used up, the last one again
 * @param failures at most so many failures, then it is given up
 * @param waitsOut whether a refusal for too many calls is waited out
 * @param slot at most so long for a slot, counted from the last try
 */
record Persistence(List<Duration> pauses, int failures, Duration slot, boolean waitsOut) {
  private static final Duration FOREVER = Duration.ofDays(365);

  /** What is worth trying at a priority. */
  static Persistence of(Priority priority) {
    return switch (priority) {
      // Five to six seconds of tries, then each minute: in all about ten minutes.
      case FINAL -> new Persistence(seconds(1, 2, 4, 8, 15, 30, 60), 15, FOREVER, true);
      // About half a minute.
      case REPLY -> new Persistence(seconds(1, 3, 8, 20), 5, FOREVER, true);
      // The next text is newer anyway.
      case GROWING, SPARE -> new Persistence(seconds(1), 1, Duration.ofSeconds(20), false);
    };
  }

  /** The same for what must not be tried again if it may have been done. */
  static Persistence once(Priority priority) {
    Persistence usual = of(priority);
    return new Persistence(usual.pauses, 1, usual.slot, usual.waitsOut);
  }

  private static List<Duration> seconds(int... seconds) {
    return Arrays.stream(seconds).mapToObj(Duration::ofSeconds).toList();
  }

  /** Whether another try follows this failure, the first being 1. */
  boolean again(int failure) {
    return failure < failures;
  }

  /** How long to wait after this failure, the first being 1. */
  Duration pauseAfter(int failure) {
    return pauses.get(Math.min(failure, pauses.size()) - 1);
  }
}
