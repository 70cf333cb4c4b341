package io.switchboard.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.alarm.SteppedTime;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.message.Messengers;
import io.switchboard.command.MemoryPlatform;
import io.switchboard.db.Database;
import io.switchboard.db.TestDatabases;
import io.switchboard.logs.CatchLogs;
import io.switchboard.logs.LogLevel;
import io.switchboard.pacing.Outbox;
import io.switchboard.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the staff reads along, from the line that is logged to the message in its channel. */
class LogFeedTest {
  private static final Logger ENGINE = LoggerFactory.getLogger("io.switchboard.x.Engine");
  private static final PlaceId ROOM = new PlaceId("memory:staff");
  private static final Duration ROUND = Duration.ofSeconds(10);

  private final SteppedTime time = new SteppedTime(Instant.parse("2026-03-01T12:00:00Z"));
  private final MemoryPlatform platform = new MemoryPlatform();
  private final Messengers messengers = new Messengers(List.of(platform));
  private final Outbox outbox = new Outbox(messengers);
  private Database database;
  private CatchLogs caught;
  private Staff staff;
  private LogFeed feed;

  @BeforeEach
  void open() {
    database = TestDatabases.h2();
    caught = CatchLogs.begin();
    staff =
        new Staff(
            database,
            time,
            new StaffSettings(List.of("memory-channel:staff"), "en"),
            messengers,
            outbox,
            new Texts());
    start();
  }

  private void start() {
    LogWords words = new LogWords(new Texts(), Locale.ENGLISH, ZoneOffset.UTC, "p1");
    feed = new LogFeed(database, caught.logs(), staff, outbox, words, time);
    feed.start();
  }

  @AfterEach
  void close() {
    feed.close();
    staff.close();
    caught.close();
    database.close();
  }

  private void follow(String state) {
    database.useTransaction(h -> LogFeed.state(h, state));
  }

  /** Logs it until it is read: nobody can see when the feed has begun to listen. */
  private void awaitRead(String text) {
    await()
        .pollInterval(Duration.ofMillis(200))
        .atMost(Duration.ofMinutes(4))
        .until(
            () -> {
              ENGINE.warn(text + ", password={}", "swordfish-and-chips");
              time.step(ROUND);
              return read().contains(text);
            });
  }

  private String read() {
    return String.join("\n", platform.in(ROOM).stream().map(MemoryPlatform.Shown::text).toList());
  }

  @Test
  void theStaffReadsAlongFromALevelOnWithoutSecrets() {
    follow("warn");
    assertThat(feed.following()).contains(LogLevel.WARN);
    awaitRead("it creaks");
    ENGINE.info("it hums softly");
    awaitRead("it groans");
    assertThat(read())
        .containsPattern("\\d\\d:\\d\\d:\\d\\d p1 WARN Engine it creaks")
        .contains("(secret)")
        .doesNotContain("swordfish", "it hums");
  }

  @Test
  void itGoesOnAfterARestartAndNoFurtherThanIsWanted() {
    follow("error");
    feed.close();
    start();
    await()
        .pollInterval(Duration.ofMillis(200))
        .atMost(Duration.ofMinutes(4))
        .until(
            () -> {
              ENGINE.warn("a small thing");
              ENGINE.error("a great thing");
              time.step(ROUND);
              return read().contains("a great thing");
            });
    assertThat(read()).doesNotContain("a small thing");
    follow("warn");
    awaitRead("a middling thing");
    follow(LogFeed.OFF);
    assertThat(feed.following()).isEmpty();
  }
}
