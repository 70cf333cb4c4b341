package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.fake.openai.Script;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database goes away while people ask, or its disk is full. */
class DatabaseTroubleTest {
  @TempDir Path folder;
  private final DiscordStage discord = new DiscordStage();
  private final TelegramStage telegram = new TelegramStage();

  @AfterEach
  void close() {
    discord.close();
    telegram.close();
  }

  @Test
  void postgresGoesAndComesBack() throws IOException {
    EmbeddedPostgres database = postgres(0);
    int port = database.getPort();
    try (Line line = new Line(folder, telegram).alsoOn(discord)) {
      line.account.when(
          "long story",
          Script.answer("Once upon a time. ".repeat(60) + "The end.")
              .pace(40, Duration.ofMillis(80)));
      line.database("{url: \"%s\"}".formatted(database.getJdbcUrl("postgres", "postgres")))
          .start("");
      telegram.say("Ben", "Are you well?");
      see(() -> telegram.inPrivate("Ben"), "Are you well?", "Try again");
      telegram.say("Dan", "Tell me a long story");
      see(() -> telegram.inPrivate("Dan"), "Once upon");

      database.close();
      await()
          .atMost(Duration.ofMinutes(4))
          .until(() -> line.get(line.address() + "/readyz").statusCode() == 503);
      assertThat(line.get(line.address() + "/readyz").body()).contains("database");
      assertThat(line.get(line.address() + "/healthz").statusCode()).isEqualTo(200);
      telegram.say("Ben", "While it was away");
      discord.say("Cleo", "On Discord, too");

      database = postgres(port);
      await("the answer that was under way, and what was said meanwhile")
          .atMost(Duration.ofMinutes(4))
          .until(
              () ->
                  said(telegram, "Ben", "While it was away") == 1
                      && said(discord, "Cleo", "On Discord, too") == 1
                      && said(telegram, "Dan", "The end.") == 1);
      await()
          .atMost(Duration.ofMinutes(4))
          .until(() -> line.get(line.address() + "/readyz").statusCode() == 200);
      assertThat(said(telegram, "Ben", "Are you well?")).isEqualTo(1);
    } finally {
      database.close();
    }
  }

  private static long said(Stage stage, String person, String text) {
    return stage.inPrivate(person).stream()
        .filter(m -> m.text().contains(text) && m.buttons().contains("Try again"))
        .count();
  }

  /** The same data each time. */
  private EmbeddedPostgres postgres(int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(folder.resolve("postgres"))
        .setCleanDataDirectory(false)
        .setPort(port)
        .start();
  }

  @Test
  void aDiskWithoutRoomTakesNoQuestionAndSaysSo() {
    try (Line line = new Line(folder, telegram).alsoOn(discord)) {
      line.database(
              "{url: \"jdbc:h2:file:%s\", keepFree: 2000000000}".formatted(folder.resolve("db")))
          .start("");
      telegram.say("Ben", "Is there room?");
      discord.say("Cleo", "Is there room?");
      see(() -> telegram.inPrivate("Ben"), "The disk of this bot is full");
      see(() -> discord.inPrivate("Cleo"), "The disk of this bot is full");
      assertThat(line.account.answersFor("Is there room?")).isEmpty();
      assertThat(line.get(line.address() + "/readyz").statusCode()).isEqualTo(503);
      assertThat(line.get(line.address() + "/readyz").body()).contains("room on the disk");
    }
  }
}
