package io.switchboard.app.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.app.Switchboard;
import io.switchboard.fake.openai.FakeOpenAi;
import io.switchboard.fake.telegram.Chat;
import io.switchboard.fake.telegram.FakeTelegram;
import io.switchboard.fake.telegram.Person;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files are changed while it runs. */
class ReloadTest {
  @TempDir Path folder;
  private final FakeTelegram telegram = FakeTelegram.start().withoutBudgets();
  private final FakeOpenAi account = FakeOpenAi.start();
  private final Person ada = telegram.person("Ada");
  private final Chat chat = telegram.privateChat(ada);
  private final Chat staff = telegram.group("Staff", ada);

  @AfterEach
  void close() {
    telegram.close();
    account.close();
  }

  @Test
  void limitsAndPersonasAreTakenAndABadFileChangesNothing() throws Exception {
    configure("limits: {default: {requests: [1/day]}}");
    try (Switchboard running = Switchboard.start(folder, name -> null, InstantSource.system())) {
      ask("first");
      seen(chat, "first");
      ask("second");
      await()
          .until(() -> telegram.fromBot(chat).stream().anyMatch(m -> m.text().contains("used up")));
      assertThat(account.answersFor("second")).isEmpty();

      Files.createDirectories(folder.resolve("personas"));
      Files.writeString(folder.resolve("personas/pirate.md"), "You are a pirate.");
      configure("limits: {default: {requests: [9/day]}}");
      assertThat(reload()).startsWith("+").contains("as the files say");
      ask("/persona pirate");
      seen(chat, "pirate");
      ask("third");
      await().until(() -> account.answersFor("third").size() == 1);

      configure("limits: {default: {reqests: [0/day]}}");
      seen(staff, "line 7");
      seen(staff, "reqests");
      assertThat(reload()).startsWith("-").contains("switchboard.yaml, line 7");
      ask("fourth");
      await().until(() -> account.answersFor("fourth").size() == 1);

      configure("limits: {default: {requests: [9/day]}}\nshare: {defaultExpiry: 1d}");
      assertThat(reload()).contains("a restart is needed for share");
    }
  }

  private String reload() throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    assertThat(new AskRunning(folder.resolve("data")).ask(Reload.TASK, answer)).isTrue();
    return answer.toString(StandardCharsets.UTF_8);
  }

  private void ask(String text) {
    telegram.say(ada, chat, text);
  }

  private void seen(Chat where, String text) {
    await(text)
        .atMost(Duration.ofMinutes(4))
        .until(() -> telegram.fromBot(where).stream().anyMatch(m -> m.text().contains(text)));
  }

  private void configure(String more) throws IOException {
    Files.writeString(
        folder.resolve("switchboard.yaml"),
        """
        telegram: {token: "%s", apiUrl: "%s"}
        accounts: [{name: main, baseUrl: "%s", apiKey: "%s"}]
        access: {allow: ["telegram:%d"]}
        staff: {channels: ["telegram-chat:%d"]}
        web: {port: 0}
        database: {url: "jdbc:h2:file:%s"}
        %s
        """
            .formatted(
                telegram.token(),
                telegram.url(),
                account.baseUrl(),
                FakeOpenAi.KEY,
                ada.id(),
                staff.id(),
                folder.resolve("data/db"),
                more));
  }
}
