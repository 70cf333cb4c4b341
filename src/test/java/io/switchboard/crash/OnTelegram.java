package io.switchboard.crash;

import static org.awaitility.Awaitility.await;

import io.switchboard.db.TestDatabases;
import io.switchboard.fake.openai.FakeOpenAi;
import io.switchboard.fake.telegram.Chat;
import io.switchboard.fake.telegram.FakeTelegram;
import io.switchboard.fake.telegram.Person;
import io.switchboard.fake.telegram.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The real process between a Telegram with an admin on it and an account, killed and restarted. */
@Execution(ExecutionMode.CONCURRENT)
abstract class OnTelegram {
  static final Duration PATIENCE = Duration.ofMinutes(4);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  final FakeTelegram telegram = FakeTelegram.start().withoutBudgets();
  final FakeOpenAi account = FakeOpenAi.start();
  final Person tess = telegram.person("Tess");
  SwitchboardProcess process;

  @BeforeEach
  final void open() throws IOException {
    Files.writeString(
        folder.resolve("switchboard.yaml"),
        """
        telegram: {token: "%s", apiUrl: "%s"}
        accounts: [{name: main, baseUrl: "%s", apiKey: "%s"}]
        access: {admins: ["telegram:%d"], allow: [everyone]}
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
  }

  @AfterEach
  final void close() {
    process.close();
    telegram.close();
    account.close();
  }

  final void start() {
    process =
        SwitchboardProcess.start(
            folder, Map.of("DISCORD_TOKEN", "", "TELEGRAM_TOKEN", "", "OPENAI_API_KEY", ""));
    process.awaitReady();
  }

  /** Waits for a message of the bot with that text and that button; the newest of them. */
  final Shown see(Chat chat, String text, String button) {
    return await(text)
        .atMost(PATIENCE)
        .until(
            () ->
                telegram.fromBot(chat).stream()
                    .filter(m -> m.text().contains(text))
                    .filter(m -> button.isEmpty() || m.labels().contains(button))
                    .reduce((a, b) -> b),
            Optional::isPresent)
        .orElseThrow();
  }

  /** Killed when Telegram has carried out the next message that says that. */
  final void killAt(String text) {
    telegram.afterNext("sendmessage", text, process::kill);
    telegram.afterNext("sendrichmessage", text, process::kill);
    telegram.afterNext("editmessagetext", text, process::kill);
  }

  final void diesAndStartsAgain() {
    await().atMost(PATIENCE).until(() -> !process.isAlive());
    start();
  }
}
