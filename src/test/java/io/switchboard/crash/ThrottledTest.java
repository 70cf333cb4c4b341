package io.switchboard.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.db.TestDatabases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A platform that wants no calls for a while gets none, though the process dies meanwhile. */
@Order(1)
@Execution(ExecutionMode.CONCURRENT)
class ThrottledTest {
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void thePauseIsHeldOverARestart() {
    TelegramCrowd telegram = new TelegramCrowd(1, true);
    String database = TestDatabases.h2(folder.resolve("data/switchboard"));
    try (Life life = new Life(folder, database, 2, List.of(telegram))) {
      life.start().awaitReady();
      telegram.pauseNext(0, 25);
      String word = life.ask(telegram, 0, " fast");
      Awaitility.await().untilAsserted(() -> assertThat(telegram.refused()).isEqualTo(1));
      Awaitility.await()
          .pollDelay(Duration.ofSeconds(1))
          .until(() -> !life.account.answersFor(word).isEmpty());
      life.kill();
      life.start().awaitReady();
      assertThat(life.wrongInTheEnd(Duration.ofSeconds(60))).isEmpty();
      assertThat(telegram.refused()).isEqualTo(1);
      assertThat(telegram.violations()).isEmpty();
    }
  }

  /** Discord's limits are kept by the library in memory: the next life learns of them once more. */
  @Test
  void aLongPauseOfEditsOnDiscordLosesNoEndOfAnAnswer() {
    DiscordCrowd discord = new DiscordCrowd(1);
    String database = TestDatabases.h2(folder.resolve("data/switchboard"));
    try (Life life = new Life(folder, database, 2, List.of(discord))) {
      life.start().awaitReady();
      Awaitility.await().until(discord::listening);
      discord.pauseEdits(0, Duration.ofSeconds(60));
      String word = life.ask(discord, 0, "");
      Awaitility.await()
          .atMost(Duration.ofMinutes(4))
          .until(() -> discord.held() >= 1 && !life.account.answersFor(word).isEmpty());
      Awaitility.await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
      // The library repeats a call of whose answer it heard nothing for ten seconds.
      assertThat(discord.held()).isBetween(1, 2);
      life.kill();
      life.start().awaitReady();
      assertThat(life.wrongInTheEnd(Duration.ofSeconds(120))).isEmpty();
      assertThat(discord.held()).isBetween(1, 4);
      assertThat(discord.violations()).isEmpty();
    }
  }
}
