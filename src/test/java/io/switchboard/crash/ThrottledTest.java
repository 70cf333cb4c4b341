package io.switchboard.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A platform that wants no calls for a while gets none, though the process dies meanwhile. */
class ThrottledTest {
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void thePauseIsHeldOverARestart() {
    TelegramCrowd telegram = new TelegramCrowd(1, true);
    String database = "jdbc:h2:file:" + folder.resolve("data/switchboard");
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
}
