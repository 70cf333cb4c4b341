package io.switchboard.app;

import io.switchboard.app.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs everything until the process is told to stop, by SIGTERM or Ctrl-C. */
final class RunUntilStopped {
  private static final Logger log = LoggerFactory.getLogger("switchboard");

  /** So long after it is ready, it is listening to its platforms, too. */
  private static final Duration STARTING = Duration.ofSeconds(5);

  private static final Duration LONGEST_START = Duration.ofHours(1);

  private RunUntilStopped() {}

  /** Where /proc shows processes only, as systemd's ProcSubset has it, it is reckoned from 1970. */
  static boolean isLately(Instant start, Instant now) {
    return start.isAfter(now.minus(LONGEST_START)) && !start.isAfter(now);
  }

  static void with(Settings settings, InstantSource time) throws InterruptedException {
    Instant now = time.instant();
    Instant began =
        ProcessHandle.current().info().startInstant().filter(at -> isLately(at, now)).orElse(now);
    Switchboard switchboard = Switchboard.start(settings, time);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("stop")
                .unstarted(
                    () -> {
                      log.info("stopping");
                      switchboard.close();
                      log.info("stopped");
                      stopped.countDown();
                    }));
    Duration took = Duration.between(began, time.instant());
    log.info(
        "ready in {} s: {}", "%.1f".formatted(took.toMillis() / 1000.0), switchboard.address());
    settings.withoutFile().ifPresent(log::info);
    switchboard.advice().forEach(log::info);
    if (!stopped.await(STARTING.toSeconds(), TimeUnit.SECONDS)) {
      GiveBack.now();
    }
    stopped.await();
  }
}
