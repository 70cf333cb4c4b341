package io.switchboard.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.fake.discord.Channel;
import io.switchboard.fake.discord.FakeDiscord;
import io.switchboard.fake.openai.FakeOpenAi;
import io.switchboard.fake.telegram.Chat;
import io.switchboard.fake.telegram.FakeTelegram;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The real process, killed when a link is live and no message tells of it yet, and while a
 * conversation comes in from a file.
 */
@Execution(ExecutionMode.CONCURRENT)
class KilledSharingTest {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Pattern PAGE = Pattern.compile("/s/[0-9A-Za-z]{20,}");
  private static final String KEPT =
      """
      {"format": "switchboard-conversation", "version": 1, "title": "Kept pears", "present": 2,
       "turns": [
        {"number": 1, "parent": null, "variantOf": null, "question": "Pears?", "answer": "Yes.",
         "complete": true, "askedAt": "2026-03-01T12:00:00Z", "files": []},
        {"number": 2, "parent": 1, "variantOf": null, "question": "Plums?", "answer": "No.",
         "complete": true, "askedAt": "2026-03-01T12:01:00Z", "files": []}]}
      """;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  private final FakeOpenAi account = FakeOpenAi.start();
  private SwitchboardProcess process;
  private String address;

  @AfterEach
  void close() {
    process.close();
    account.close();
  }

  private void configure(String platform) throws Exception {
    Files.writeString(
        folder.resolve("switchboard.yaml"),
        """
        %s
        accounts: [{name: main, baseUrl: "%s", apiKey: "%s"}]
        access: {allow: [everyone]}
        conversations: {titles: false}
        web: {port: 0}
        database: {url: "jdbc:h2:file:%s"}
        """
            .formatted(platform, account.baseUrl(), FakeOpenAi.KEY, folder.resolve("db")));
    start();
  }

  private void start() {
    process =
        SwitchboardProcess.start(
            folder, Map.of("DISCORD_TOKEN", "", "TELEGRAM_TOKEN", "", "OPENAI_API_KEY", ""));
    address = process.awaitReady();
  }

  private void diesAndStartsAgain() {
    await().atMost(PATIENCE).until(() -> !process.isAlive());
    start();
  }

  private static <T> T seen(String what, Supplier<Stream<T>> found) {
    return await(what)
        .atMost(PATIENCE)
        .until(() -> found.get().reduce((a, b) -> b), Optional::isPresent)
        .orElseThrow();
  }

  private int status(String path) throws Exception {
    try (HttpClient browser = HttpClient.newHttpClient()) {
      URI page = URI.create(address.replaceFirst("(https?://[^/]+).*", "$1") + path);
      return browser
          .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.discarding())
          .statusCode();
    }
  }

  private void pageIsThere(String shown) throws Exception {
    Matcher link = PAGE.matcher(shown);
    assertThat(link.find()).as(shown).isTrue();
    assertThat(status(link.group())).isEqualTo(200);
  }

  @Test
  void aLinkThatNobodyWasToldOfIsToldOnTelegram() throws Exception {
    try (FakeTelegram telegram = FakeTelegram.start().withoutBudgets()) {
      configure(
          "telegram: {token: \"%s\", apiUrl: \"%s\"}".formatted(telegram.token(), telegram.url()));
      var tess = telegram.person("Tess");
      Chat chat = telegram.privateChat(tess);
      telegram.say(tess, chat, "About pears");
      seen("answer", () -> with(telegram, chat, "About pears", "Try again"));
      telegram.say(tess, chat, "/share");
      var preview = seen("preview", () -> with(telegram, chat, "Nothing is shared yet", "Share"));
      for (String method : List.of("sendmessage", "sendrichmessage")) {
        telegram.beforeNext(method, "The link ends", process::kill);
      }
      telegram.press(tess, preview, "Share");
      diesAndStartsAgain();
      assertThat(with(telegram, chat, "The link ends", "")).isEmpty();
      telegram.press(tess, telegram.now(preview), "Share");
      var told = seen("link", () -> with(telegram, chat, "The link ends", "End this link"));
      pageIsThere(told.text() + told.entities() + told.keys());
      assertThat(with(telegram, chat, "The link ends", "")).hasSize(1);
      telegram.press(tess, told, "End this link");
      await().atMost(PATIENCE).until(() -> !telegram.now(told).text().contains("The link ends"));
    }
  }

  private static Stream<io.switchboard.fake.telegram.Shown> with(
      FakeTelegram telegram, Chat chat, String text, String button) {
    return telegram.fromBot(chat).stream()
        .filter(m -> m.text().contains(text))
        .filter(m -> button.isEmpty() || m.labels().contains(button));
  }

  @Test
  void aLinkThatNobodyWasToldOfIsToldOnDiscord() throws Exception {
    try (FakeDiscord discord = FakeDiscord.start()) {
      configure(
          "discord: {token: \"%s\", apiUrl: \"%s\", gatewayUrl: \"%s\"}"
              .formatted(discord.token(), discord.apiUrl(), discord.gatewayUrl()));
      discord.awaitBot();
      await().atMost(PATIENCE).until(() -> !discord.commands().isEmpty());
      var dora = discord.person("Dora");
      Channel chat = discord.dm(dora);
      discord.say(dora, chat, "About plums");
      seen("answer", () -> with(discord, dora, "About plums", "Try again"));
      discord.slash(dora, chat, "share", Map.of());
      var preview = seen("preview", () -> with(discord, dora, "Nothing is shared yet", "Share"));
      discord.beforeNext("POST /.*", "The link ends", process::kill);
      discord.press(dora, preview, "Share");
      diesAndStartsAgain();
      discord.awaitBot();
      assertThat(with(discord, dora, "The link ends", "")).isEmpty();
      discord.press(dora, preview, "Share");
      var told = seen("link", () -> with(discord, dora, "The link ends", "End this link"));
      pageIsThere(told.content() + told.links());
      assertThat(with(discord, dora, "The link ends", "")).hasSize(1);
    }
  }

  private static Stream<io.switchboard.fake.discord.Shown> with(
      FakeDiscord discord, io.switchboard.fake.discord.Person dora, String text, String button) {
    return discord.fromBot(discord.dm(dora), dora).stream()
        .filter(m -> m.displayed().contains(text))
        .filter(m -> button.isEmpty() || m.buttons().contains(button));
  }

  @Test
  void aFileComesInWholeAndOnceOrNotAtAll() throws Exception {
    try (FakeTelegram telegram = FakeTelegram.start().withoutBudgets()) {
      configure(
          "telegram: {token: \"%s\", apiUrl: \"%s\"}".formatted(telegram.token(), telegram.url()));
      var tess = telegram.person("Tess");
      Chat chat = telegram.privateChat(tess);
      byte[] file = KEPT.getBytes(StandardCharsets.UTF_8);
      Runnable send =
          () -> telegram.document(tess, chat, "kept.json", "application/json", file, "/import");

      telegram.beforeNext("getfile", "", process::kill);
      send.run();
      diesAndStartsAgain();
      telegram.say(tess, chat, "/conversations");
      seen("none", () -> with(telegram, chat, "You have no conversations yet", ""));

      for (String method : List.of("sendmessage", "sendrichmessage")) {
        telegram.beforeNext(method, "Kept pears", process::kill);
      }
      send.run();
      diesAndStartsAgain();
      await().atMost(PATIENCE).until(() -> telegram.unconfirmed() == 0);
      telegram.say(tess, chat, "/conversations");
      var list = seen("one", () -> with(telegram, chat, "You have one conversation", ""));
      assertThat(list.text()).contains("Kept pears", "2 questions");
      telegram.say(tess, chat, "And now?");
      seen("answer", () -> with(telegram, chat, "And now?", "Try again"));
      assertThat(account.answersFor("And now?").getLast().request().toString())
          .contains("Pears?", "Plums?");
    }
  }
}
