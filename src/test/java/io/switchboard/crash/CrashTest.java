package io.switchboard.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.db.TestDatabases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The real process, killed at random instants while many people ask on both platforms: every
 * question that was accepted gets its answer, once.
 *
 * <p>{@code -Dcrash.seed=…} repeats what chance chose; the instants also depend on the machine.
 * {@code -Dcrash.kills=100} for more of them; {@link StormTrial} goes on for hours.
 */
@Execution(ExecutionMode.CONCURRENT)
class CrashTest {
  private static final int AT_ONCE = 30;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void killsOnH2() {
    killed(
        Integer.getInteger("crash.kills", 8), "jdbc:h2:file:" + folder.resolve("data/switchboard"));
  }

  @Test
  void threeKillsOnPostgres() {
    killed(3, TestDatabases.postgresUrl());
  }

  private void killed(int times, String database) {
    long seed = Long.getLong("crash.seed", System.nanoTime());
    System.out.println("crash.seed=" + seed);
    Random random = new Random(seed);
    List<Crowd> crowds = List.of(new TelegramCrowd(10, true), new DiscordCrowd(10));
    try (Life life = new Life(folder, database, 6, crowds)) {
      for (int kill = 1; kill <= times; kill++) {
        SwitchboardProcess process = life.start();
        boolean whileStarting = kill % 5 == 0 || kill == 1;
        if (whileStarting) {
          askFor(life, process, random, random.nextInt(3000));
        } else {
          process.awaitReady();
          askFor(life, process, random, 200 + random.nextInt(4000));
        }
        life.kill();
      }
      life.start().awaitReady();
      List<String> wrong = life.wrongInTheEnd(Duration.ofSeconds(60));
      System.out.println(
          "%d questions accepted, %d kills, left behind: %s"
              .formatted(life.accepted().size(), times, life.leftBehind()));
      assertThat(wrong).as("crash.seed=%s", seed).isEmpty();
      // A kill finds a few messages on their way.
      assertThat(life.leftBehind()).hasSizeLessThan(2 * times);
    }
  }

  /** People ask for so long, but no more than can be answered in the end. */
  private static void askFor(Life life, SwitchboardProcess process, Random random, long millis) {
    long end = System.nanoTime() + millis * 1_000_000;
    while (System.nanoTime() < end) {
      if (life.open() < AT_ONCE) {
        life.askAnything(random);
      }
      process.mustLive(Duration.ofMillis(30 + random.nextInt(150)));
    }
  }
}
