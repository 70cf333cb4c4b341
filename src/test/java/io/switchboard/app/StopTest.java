package io.switchboard.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.db.TestDatabases;
import io.switchboard.fake.openai.FakeOpenAi;
import io.switchboard.fake.openai.Script;
import io.switchboard.fake.telegram.Chat;
import io.switchboard.fake.telegram.FakeTelegram;
import io.switchboard.fake.telegram.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SIGTERM when nobody expects it: while it starts, and again while it stops. */
class StopTest {
  @TempDir Path folder;
  private Program program;

  @AfterEach
  void close() {
    if (program != null) {
      program.close();
    }
  }

  /** Early, in the middle and late, as the log goes on; wherever it is, it ends and can begin. */
  @ParameterizedTest
  @ValueSource(ints = {0, 150, 400, 800})
  void whileItStarts(int millis) throws Exception {
    program = start();
    // Not a wait for anything: each start is told to stop at another moment.
    boolean ended = program.process().waitFor(millis, TimeUnit.MILLISECONDS);
    assertThat(ended).isFalse();
    program.process().destroy();
    assertThat(program.exitCode()).isEqualTo(143);
    program = start().awaitReady();
    program.process().destroy();
    assertThat(program.exitCode()).isEqualTo(143);
  }

  @Test
  void againWhileAnAnswerEnds() throws Exception {
    TestDatabases.h2(folder.resolve("data/switchboard"));
    try (FakeTelegram telegram = FakeTelegram.start().withoutBudgets();
        FakeOpenAi account = FakeOpenAi.start()) {
      Person ben = telegram.person("Ben");
      Chat chat = telegram.privateChat(ben);
      account.when(
          "long", Script.answer("And on. ".repeat(40) + "The end.").pace(8, Duration.ofMillis(60)));
      configure(telegram, account, ben);
      program = start().awaitReady();
      telegram.say(ben, chat, "a long story");
      seen(telegram, chat, "And on.");
      program.process().destroy();
      await().atMost(Duration.ofMinutes(4)).until(() -> program.output().contains("stopping"));
      program.process().destroy();
      program.process().destroy();
      assertThat(program.exitCode()).isEqualTo(143);
      assertThat(program.output()).contains("stopped").doesNotContain("\tat ");
      program = start().awaitReady();
      seen(telegram, chat, "The end.");
      assertThat(telegram.fromBot(chat)).filteredOn(m -> m.text().contains("The end.")).hasSize(1);
    }
  }

  /** Or a restore would take the database for one that is in use. */
  @Test
  void nothingIsHeldAfterwards() throws Exception {
    String database = TestDatabases.postgresUrl();
    Files.writeString(
        Files.createDirectories(folder.resolve("bot-config")).resolve("switchboard.yaml"),
        "database: {url: \"%s\"}".formatted(database));
    program = start().awaitReady();
    await().atMost(Duration.ofMinutes(4)).until(() -> held(database) > 0);
    program.process().destroy();
    assertThat(program.exitCode()).isEqualTo(143);
    assertThat(held(database)).isZero();
  }

  private static long held(String database) {
    return Jdbi.create(database)
        .withHandle(
            h ->
                h.createQuery("select count(*) from lease where until_at > clock_timestamp()")
                    .mapTo(long.class)
                    .one());
  }

  private static void seen(FakeTelegram telegram, Chat chat, String text) {
    await(text)
        .atMost(Duration.ofMinutes(4))
        .until(() -> telegram.fromBot(chat).stream().anyMatch(m -> m.text().contains(text)));
  }

  private void configure(FakeTelegram telegram, FakeOpenAi account, Person ben) throws IOException {
    Files.writeString(
        Files.createDirectories(folder.resolve("bot-config")).resolve("switchboard.yaml"),
        """
        telegram: {token: "%s", apiUrl: "%s"}
        accounts: [{name: main, baseUrl: "%s", apiKey: "%s"}]
        access: {allow: ["telegram:%d"]}
        conversations: {titles: false}
        """
            .formatted(
                telegram.token(), telegram.url(), account.baseUrl(), FakeOpenAi.KEY, ben.id()));
  }

  private Program start(String... arguments) {
    return Program.start(folder, Map.of("SWITCHBOARD_PORT", "0"), Program.main(arguments));
  }
}
