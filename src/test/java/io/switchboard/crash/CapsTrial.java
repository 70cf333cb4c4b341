package io.switchboard.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.db.TestDatabases;
import io.switchboard.fake.openai.FakeOpenAi;
import io.switchboard.fake.openai.Generation;
import io.switchboard.fake.telegram.FakeTelegram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two real processes on one PostgreSQL: an account's cap of calls a minute holds for both together,
 * also for the one that goes on after the other was killed. Waits out a real minute, so only when
 * asked: {@code mvn verify -Ptrials -Dtest=CapsTrial}.
 */
class CapsTrial {
  private static final int CAP = 4;

  @TempDir Path folder;

  @Test
  void inNoSixtySecondsAreThereMoreCallsThanTheCap() throws IOException {
    String database = TestDatabases.postgresUrl();
    try (FakeTelegram telegram = FakeTelegram.start();
        FakeOpenAi account = FakeOpenAi.start();
        SwitchboardProcess first = start("first", telegram, account, database);
        SwitchboardProcess second = start("second", telegram, account, database)) {
      for (int i = 0; i < CAP + 3; i++) {
        var person = telegram.person("Tess" + i);
        telegram.say(person, telegram.privateChat(person), "question " + i);
      }
      await().atMost(Duration.ofSeconds(60)).until(() -> account.generations().size() == CAP);
      assertThat(second.isAlive()).isTrue();
      first.kill();
      await().atMost(Duration.ofSeconds(110)).until(() -> account.generations().size() >= CAP + 3);
      List<Instant> calls = account.generations().stream().map(Generation::at).sorted().toList();
      for (int i = CAP; i < calls.size(); i++) {
        assertThat(Duration.between(calls.get(i - CAP), calls.get(i)))
            .isGreaterThanOrEqualTo(Duration.ofSeconds(60));
      }
    }
  }

  private SwitchboardProcess start(
      String name, FakeTelegram telegram, FakeOpenAi account, String database) throws IOException {
    String yaml =
        """
        telegram: {token: "%s", apiUrl: "%s"}
        accounts: [{name: main, baseUrl: "%s", apiKey: "%s", concurrency: 9, requestsPerMinute: %d}]
        access: {allow: [everyone]}
        conversations: {titles: false}
        web: {port: 0}
        database: {url: "%s"}
        """
            .formatted(
                telegram.token(), telegram.url(), account.baseUrl(), FakeOpenAi.KEY, CAP, database);
    Path home = Files.createDirectories(folder.resolve(name));
    Files.writeString(home.resolve("switchboard.yaml"), yaml);
    SwitchboardProcess process = SwitchboardProcess.start(home, Map.of());
    process.awaitReady();
    return process;
  }
}
