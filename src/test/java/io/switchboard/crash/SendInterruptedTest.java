package io.switchboard.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.db.TestDatabases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Killed between the arrival of a message and its answer, where the platform cannot be told to send
 * it once only: the message is found again, and nothing is shown twice.
 */
@Execution(ExecutionMode.CONCURRENT)
class SendInterruptedTest {
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void theWholeAnswerAsItIsSent() {
    interrupted(" fast", "END");
  }

  @Test
  void theBeginningOfALongAnswer() {
    interrupted(" long", "BEGIN");
  }

  @Test
  void theWholeAnswerOnADiscordThatHasForgottenItsNonce() {
    onDiscord(" fast", "END");
  }

  @Test
  void aLongAnswerOnADiscordThatHasForgottenItsNonce() {
    onDiscord(" long", "PART9");
  }

  private void onDiscord(String kind, String at) {
    DiscordCrowd discord = new DiscordCrowd(2);
    String database = TestDatabases.h2(folder.resolve("data/switchboard"));
    try (Life life = new Life(folder, database, 2, List.of(discord))) {
      life.start().awaitReady();
      Awaitility.await().atMost(Duration.ofMinutes(4)).until(discord::listening);
      AtomicBoolean killed = new AtomicBoolean();
      discord.atCall(
          Crowd.Moment.SEND,
          at,
          () -> {
            life.kill();
            killed.set(true);
          });
      life.ask(discord, 0, kind);
      Awaitility.await().atMost(Duration.ofMinutes(4)).untilTrue(killed);
      discord.forgetNonces();
      SwitchboardProcess next = life.start();
      // The answer is there already; only now it can come again.
      Awaitility.await()
          .atMost(Duration.ofMinutes(4))
          .until(() -> next.output().contains("was worked on"));
      assertThat(life.wrongInTheEnd(Duration.ofSeconds(60))).isEmpty();
      assertThat(discord.violations()).isEmpty();
    }
  }

  private void interrupted(String kind, String at) {
    TelegramCrowd telegram = new TelegramCrowd(2, true);
    String database = TestDatabases.h2(folder.resolve("data/switchboard"));
    try (Life life = new Life(folder, database, 2, List.of(telegram))) {
      life.start().awaitReady();
      AtomicBoolean killed = new AtomicBoolean();
      telegram.atCall(
          Crowd.Moment.SEND,
          at,
          () -> {
            life.kill();
            killed.set(true);
          });
      life.ask(telegram, 0, kind);
      Awaitility.await().atMost(Duration.ofMinutes(4)).untilTrue(killed);
      life.ask(telegram, 0, " fast");
      life.start().awaitReady();
      assertThat(life.wrongInTheEnd(Duration.ofSeconds(60))).isEmpty();
      Awaitility.await().untilAsserted(() -> assertThat(life.leftBehind()).isEmpty());
      assertThat(telegram.violations()).isEmpty();
    }
  }
}
