package io.switchboard.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.switchboard.config.Secret;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A server that starts beside this program is waited for, and whoever looks is told so at once. */
class LateServerTest {
  private final Logger logger = (Logger) LoggerFactory.getLogger(Pool.class);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  @BeforeEach
  void listen() {
    lines.start();
    logger.addAppender(lines);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(lines);
  }

  private static DatabaseSettings at(String url) {
    return new DatabaseSettings(url, "", Secret.of(""), 2, 0);
  }

  @Test
  void isWaitedFor() throws Exception {
    String url = TestDatabases.postgresUrl();
    int port = URI.create(url.substring("jdbc:".length())).getPort();
    try (SaidVersion late = new SaidVersion(port, "18", 3);
        Database database = Database.open(at(url.replace(":" + port, ":" + late.port())))) {
      assertThat(database.isCalm()).isTrue();
    }
    assertThat(lines.list)
        .singleElement()
        .asString()
        .contains("is tried for 10 s: the database does not answer: start it");
  }

  @Test
  void isNotWaitedForTooLong() {
    assertThatThrownBy(
            () -> Database.open(at("jdbc:postgresql://127.0.0.1:1/x"), Duration.ofMillis(300)))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageStartingWith("the database does not answer: start it");
  }

  @Test
  void whatDoesNotPassIsNotTriedAgain() {
    String url = TestDatabases.emptyPostgresUrl().replaceFirst("/empty\\d+", "/nowhere");
    assertThatThrownBy(() -> Database.open(at(url)))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("createdb");
    assertThat(lines.list).isEmpty();
  }
}
