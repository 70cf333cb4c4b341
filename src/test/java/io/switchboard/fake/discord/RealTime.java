package io.switchboard.fake.discord;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * How much time the bot has had since something happened. Where many want the processor at once, a
 * second of the clock's is only a part of one for the bot; what a test has let pass counts whole.
 */
final class RealTime {
  private static final Path LOAD = Path.of("/proc/loadavg");

  private final Instant at;
  private final long since = System.nanoTime();

  RealTime(Instant at) {
    this.at = at;
  }

  Duration had(Instant now) {
    return had(Duration.ofNanos(System.nanoTime() - since), Duration.between(at, now), waiting());
  }

  /**
   * The same.
   *
   * @param really by a clock that nobody steps
   * @param stepped by the test's
   * @param waiting so many wait for each processor or have it
   */
  static Duration had(Duration really, Duration stepped, double waiting) {
    Duration share = Duration.ofNanos((long) (really.toNanos() / Math.max(1, waiting)));
    return stepped.minus(really).plus(share);
  }

  /** For the last minute, or just now if that is more. */
  private static double waiting() {
    double most = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    try {
      if (Files.isReadable(LOAD)) {
        String now = Files.readString(LOAD).split(" ")[3];
        most = Math.max(most, Double.parseDouble(now.substring(0, now.indexOf('/'))));
      }
    } catch (IOException | RuntimeException unknown) {
      // The mean of the last minute it is.
    }
    return most / Runtime.getRuntime().availableProcessors();
  }
}
