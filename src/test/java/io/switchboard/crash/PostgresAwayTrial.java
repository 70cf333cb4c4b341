package io.switchboard.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The real process whose PostgreSQL stops, starts again at once, or is behind a network that
 * swallows everything, while answers stream and people ask on: all of it is answered, once, by the
 * same process.
 *
 * <pre>mvn verify -Ptrials -Dtest=PostgresAwayTrial [-Daway.seconds=120]</pre>
 */
@Execution(ExecutionMode.CONCURRENT)
class PostgresAwayTrial {
  private static final Duration PATIENCE = Duration.ofSeconds(180);
  private static final Duration AWAY = Duration.ofSeconds(Long.getLong("away.seconds", 12));
  private static final int LONGEST_LOG = 1_000_000;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  private final TelegramCrowd telegram = new TelegramCrowd(6, false);
  private final DiscordCrowd discord = new DiscordCrowd(6);
  private final List<Crowd> crowds = List.of(telegram, discord);
  private final Random random = new Random(1);
  private EmbeddedPostgres postgres;

  @AfterEach
  void close() throws IOException {
    crowds.forEach(Crowd::close);
    postgres.close();
  }

  @Test
  void stoppedAndStarted() throws Exception {
    start(0);
    int port = postgres.getPort();
    goesOn(port, () -> postgres.close(), () -> start(port));
  }

  @Test
  void startedAnew() throws Exception {
    start(0);
    int port = postgres.getPort();
    try (Life life = new Life(folder, url(port), 6, crowds)) {
      SwitchboardProcess process = begin(life);
      for (int time = 0; time < 2; time++) {
        postgres.close();
        start(port);
        askFor(life, process, Duration.ofSeconds(3));
      }
      assertThat(life.wrongInTheEnd(PATIENCE)).isEmpty();
      await().atMost(PATIENCE).until(() -> life.noNoteIsLeft());
    }
  }

  @Test
  void swallowedByTheNetwork() throws Exception {
    start(0);
    try (SwallowingProxy network = new SwallowingProxy(postgres.getPort())) {
      goesOn(network.port(), () -> network.swallow(true), () -> network.swallow(false));
    }
  }

  /** What is done to the database. */
  private interface Step {
    void take() throws IOException;
  }

  private void goesOn(int port, Step leave, Step comeBack) throws Exception {
    try (Life life = new Life(folder, url(port), 6, crowds)) {
      SwitchboardProcess process = begin(life);
      try (Visitor visitor = new Visitor(life.address())) {
        leave.take();
        long began = System.nanoTime();
        await()
            .atMost(PATIENCE)
            .until(
                () -> {
                  askFor(life, process, Duration.ofMillis(200));
                  return visitor.status("/readyz") == 503;
                });
        assertThat(visitor.status("/healthz")).isEqualTo(200);
        await().atMost(PATIENCE).until(() -> process.output().contains("does not answer"));
        assertThat(visitor.status("/gallery")).isEqualTo(503);
        Duration left = AWAY.minusNanos(System.nanoTime() - began);
        askFor(life, process, left.isNegative() ? Duration.ZERO : left);
        comeBack.take();
        await().atMost(PATIENCE).until(() -> visitor.status("/readyz") == 200);
      }
      assertThat(life.wrongInTheEnd(PATIENCE)).isEmpty();
      await().atMost(PATIENCE).until(() -> life.noNoteIsLeft());
      assertThat(process.output()).hasSizeLessThan(LONGEST_LOG);
      await().atMost(PATIENCE).until(() -> process.output().contains("answers again"));
    }
  }

  /** Answers stream, and others wait. */
  private SwitchboardProcess begin(Life life) {
    SwitchboardProcess process = life.start();
    process.awaitReady();
    crowds.forEach(crowd -> await().atMost(PATIENCE).until(crowd::listening));
    for (int i = 0; i < 12; i++) {
      life.ask(crowds.get(i % 2), i, i % 3 == 0 ? " long" : "");
    }
    await().atMost(PATIENCE).until(() -> life.account.runningNow() > 3);
    return process;
  }

  private void askFor(Life life, SwitchboardProcess process, Duration span) {
    long end = System.nanoTime() + span.toNanos();
    do {
      if (life.open() < 24) {
        life.askAnything(random);
      }
      process.mustLive(Duration.ofMillis(100));
    } while (System.nanoTime() < end);
  }

  private static String url(int port) {
    return "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres&password=postgres";
  }

  /** The same data each time. */
  private void start(int port) throws IOException {
    postgres =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder.resolve("postgres"))
            .setCleanDataDirectory(false)
            .setPort(port)
            .start();
  }
}
