package io.switchboard.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.db.TestDatabases;
import io.switchboard.fake.openai.FakeOpenAi;
import io.switchboard.fake.telegram.Chat;
import io.switchboard.fake.telegram.FakeTelegram;
import io.switchboard.fake.telegram.Person;
import io.switchboard.fake.telegram.Shown;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The real process, killed while something is carried over to a linked place. */
class KilledCarryingTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  private final FakeTelegram telegram = FakeTelegram.start().withoutBudgets();
  private final FakeOpenAi account = FakeOpenAi.start();
  private final Person tess = telegram.person("Tess");
  private final Chat here = telegram.group("Here", tess);
  private final Chat there = telegram.group("There", tess);
  private SwitchboardProcess process;

  @BeforeEach
  void open() throws Exception {
    Files.writeString(
        folder.resolve("switchboard.yaml"),
        """
        telegram: {token: "%s", apiUrl: "%s"}
        accounts: [{name: main, baseUrl: "%s", apiKey: "%s"}]
        access: {admins: ["telegram:%d"]}
        limits: {default: {requests: []}}
        conversations: {titles: false}
        web: {port: 0}
        database: {url: "%s"}
        """
            .formatted(
                telegram.token(),
                telegram.url(),
                account.baseUrl(),
                FakeOpenAi.KEY,
                tess.id(),
                TestDatabases.h2(folder.resolve("db"))));
    start();
    telegram.say(tess, here, "/conversation@" + telegram.botName() + " link");
    String code =
        see(here, "/conversation link ").text().replaceAll("(?s).*link ([A-Z0-9]{12}).*", "$1");
    telegram.say(tess, there, "/conversation@" + telegram.botName() + " link " + code);
    see(here, "This place is linked with");
  }

  @AfterEach
  void close() {
    process.close();
    telegram.close();
    account.close();
  }

  private void start() {
    process =
        SwitchboardProcess.start(
            folder, Map.of("DISCORD_TOKEN", "", "TELEGRAM_TOKEN", "", "OPENAI_API_KEY", ""));
    process.awaitReady();
  }

  private Shown see(Chat chat, String text) {
    return await(text)
        .atMost(PATIENCE)
        .until(
            () ->
                telegram.fromBot(chat).stream()
                    .filter(m -> m.text().contains(text))
                    .reduce((a, b) -> b),
            Optional::isPresent)
        .orElseThrow();
  }

  private long count(String text) {
    return telegram.fromBot(there).stream().filter(m -> m.text().contains(text)).count();
  }

  private void killAt(String text) {
    telegram.afterNext("sendmessage", text, process::kill);
    telegram.afterNext("sendrichmessage", text, process::kill);
  }

  @Test
  void whatWasOnItsWayArrivesOnce() {
    for (String point : new String[] {"· Telegram", "↳"}) {
      killAt(point);
      String word = point.equals("↳") ? "plums" : "pears";
      telegram.say(tess, here, "@" + telegram.botName() + " What are " + word + "?");
      await().atMost(PATIENCE).until(() -> !process.isAlive());
      start();
      await().atMost(PATIENCE).until(() -> count(word) == 2);
    }
    telegram.say(tess, here, "@" + telegram.botName() + " The end?");
    await().atMost(PATIENCE).until(() -> count("The end?") == 2);
    assertThat(count("· Telegram")).isEqualTo(3);
    assertThat(count("↳")).isEqualTo(3);
  }
}
