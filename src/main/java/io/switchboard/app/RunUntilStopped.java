package io.switchboard.app;

import io.switchboard.app.settings.Settings;
import java.lang.management.ManagementFactory;
import java.time.Duration;
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

  private RunUntilStopped() {}

  static void with(Settings settings, InstantSource time) throws InterruptedException {
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
    // The process's own start is known to the second only: by when the machine was started.
    double took = ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
    log.info("ready in {} s: {}", "%.1f".formatted(took), switchboard.address());
    settings.withoutFile().ifPresent(log::info);
    switchboard.advice().forEach(log::info);
    if (!stopped.await(STARTING.toSeconds(), TimeUnit.SECONDS)) {
      GiveBack.now();
    }
    stopped.await();
  }
}
