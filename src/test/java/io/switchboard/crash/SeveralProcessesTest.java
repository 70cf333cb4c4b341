package io.switchboard.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.db.TestDatabases;
import io.switchboard.fake.discord.FakeDiscord;
import io.switchboard.fake.openai.FakeOpenAi;
import io.switchboard.fake.openai.Script;
import io.switchboard.fake.telegram.FakeTelegram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Two real processes on one PostgreSQL: they share the work, one of them listens, and the other
 * takes over when that one dies or leaves.
 */
@Execution(ExecutionMode.CONCURRENT)
class SeveralProcessesTest {
  private static final String LOREM = "some words that a model might say about it ".repeat(6);

  @TempDir Path folder;
  private final FakeTelegram telegram = FakeTelegram.start();
  private final FakeDiscord discord = FakeDiscord.start();
  private final FakeOpenAi account = FakeOpenAi.start();
  private final List<SwitchboardProcess> processes = new ArrayList<>();
  private final Set<String> asked = new LinkedHashSet<>();
  private final List<io.switchboard.fake.telegram.Chat> telegramChats = new ArrayList<>();
  private final List<io.switchboard.fake.discord.Channel> discordChats = new ArrayList<>();
  private String database;
  private int number;

  @BeforeEach
  void configure() {
    database = TestDatabases.postgresUrl();
    account.otherwise(
        Script.answer("BEGIN{question} " + LOREM + "\n\n" + LOREM + " END{question}")
            .pace(12, Duration.ofMillis(60)));
  }

  @AfterEach
  void close() {
    processes.forEach(SwitchboardProcess::close);
    telegram.close();
    discord.close();
    account.close();
  }

  private SwitchboardProcess start(String name) throws IOException {
    String yaml =
        """
        discord: {token: "%s", apiUrl: "%s", gatewayUrl: "%s"}
        telegram: {token: "%s", apiUrl: "%s"}
        accounts: [{name: main, baseUrl: "%s", apiKey: "%s", concurrency: 6}]
        access: {allow: [everyone]}
        conversations: {titles: false}
        web: {port: 0}
        database: {url: "%s"}
        """
            .formatted(
                discord.token(),
                discord.apiUrl(),
                discord.gatewayUrl(),
                telegram.token(),
                telegram.url(),
                account.baseUrl(),
                FakeOpenAi.KEY,
                database);
    Path home = Files.createDirectories(folder.resolve(name));
    Files.writeString(home.resolve("switchboard.yaml"), yaml);
    SwitchboardProcess process = SwitchboardProcess.start(home, Map.of());
    processes.add(process);
    process.awaitReady();
    return process;
  }

  private static boolean listens(SwitchboardProcess process, String platform) {
    return process.output().contains("This process listens to " + platform);
  }

  /** Not the connection of whoever is gone, of which nobody may have noticed that yet. */
  private void awaitAnotherThan(int identified) {
    await().until(() -> discord.identified() > identified && discord.botConnected());
  }

  private void askOnTelegram() {
    var person = telegram.person("Tess" + ++number);
    String word = "qt" + number + "x";
    asked.add(word);
    telegramChats.add(telegram.privateChat(person));
    telegram.say(person, telegramChats.getLast(), word);
  }

  private void askOnDiscord() {
    var person = discord.person("Dora" + ++number);
    String word = "qd" + number + "x";
    asked.add(word);
    discordChats.add(discord.dm(person));
    discord.say(person, discordChats.getLast(), word);
  }

  /** All that is shown now. */
  private List<String> shown() {
    List<String> all = new ArrayList<>();
    telegramChats.forEach(chat -> telegram.fromBot(chat).forEach(m -> all.add(m.text())));
    discordChats.forEach(
        chat ->
            discord.messages(chat).stream()
                .filter(m -> !m.content().startsWith("q"))
                .forEach(m -> all.add(m.displayed())));
    return all;
  }

  private boolean allAnswered() {
    List<String> shown = shown();
    return asked.stream()
        .allMatch(word -> shown.stream().anyMatch(text -> text.contains("END" + word)));
  }

  private void assertEachOnce() {
    List<String> shown = shown();
    for (String word : asked) {
      for (String mark : List.of("BEGIN", "END")) {
        assertThat(shown.stream().filter(text -> text.contains(mark + word)).toList())
            .as(mark + word)
            .hasSize(1);
      }
    }
    assertThat(telegram.violations()).isEmpty();
    assertThat(discord.violations()).isEmpty();
  }

  @Test
  void whenTheListenerDiesTheOtherGoesOnWithItsWork() throws IOException {
    SwitchboardProcess first = start("first");
    SwitchboardProcess second = start("second");
    discord.awaitBot();
    await().until(() -> telegram.calls().contains("setmycommands"));
    assertThat(listens(first, "discord") && listens(first, "telegram")).isTrue();
    assertThat(listens(second, "discord") || listens(second, "telegram")).isFalse();

    for (int i = 0; i < 6; i++) {
      askOnTelegram();
      askOnDiscord();
    }
    await().until(() -> account.runningNow() > 2);

    int before = discord.identified();
    first.kill();
    long killed = System.nanoTime();
    for (int i = 0; i < 3; i++) {
      askOnTelegram();
    }
    awaitAnotherThan(before);
    Duration takeover = Duration.ofNanos(System.nanoTime() - killed);
    for (int i = 0; i < 3; i++) {
      askOnDiscord();
    }
    await().atMost(Duration.ofMinutes(4)).until(this::allAnswered);
    System.out.printf(
        "taken over after %.1f s, all answered after %.1f s, %d conflicts%n",
        takeover.toMillis() / 1e3, (System.nanoTime() - killed) / 1e9, telegram.conflicts());
    assertThat(takeover).isLessThan(Duration.ofSeconds(60));
    assertThat(listens(second, "telegram")).isTrue();
    assertThat(telegram.conflicts()).isLessThanOrEqualTo(1);
    assertEachOnce();
  }

  @Test
  void whoIsStoppedEndsItsAnswersWhileTheOtherListens() throws Exception {
    SwitchboardProcess first = start("first");
    discord.awaitBot();
    askOnTelegram();
    askOnDiscord();
    await().until(() -> account.runningNow() > 0);
    SwitchboardProcess second = start("second");
    askOnTelegram();
    askOnDiscord();
    await().until(() -> account.generations().size() == 4);

    int before = discord.identified();
    long told = System.nanoTime();
    assertThat(first.terminate()).isIn(0, 143);
    Duration took = Duration.ofNanos(System.nanoTime() - told);
    System.out.printf("stopped after %.1f s%n", took.toMillis() / 1e3);
    assertThat(took).isLessThan(Duration.ofSeconds(60));
    assertThat(first.output()).contains("stopped");
    await().atMost(Duration.ofMinutes(4)).until(() -> listens(second, "discord"));
    awaitAnotherThan(before);
    askOnDiscord();
    askOnTelegram();
    await().atMost(Duration.ofMinutes(4)).until(this::allAnswered);
    // Nothing was asked of the account twice: what ran at the stop came to its end.
    assertThat(account.generations()).hasSize(6);
    assertThat(telegram.conflicts()).isLessThanOrEqualTo(1);
    assertEachOnce();
  }
}
