package io.switchboard.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.config.Secret;
import io.switchboard.db.away.DatabaseAway;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was lost with a database that closed itself is acknowledged by none that comes after it. */
class LostCommitTest {
  @TempDir Path folder;

  @Test
  void aCheckpointOfTheNextOneKeepsNothingOfTheLast() throws Exception {
    Database.open(settings()).close();
    CheckpointAfterCommit durability = new CheckpointAfterCommit(settings());
    Object lost;
    try (Connection first = connect()) {
      lost = durability.holder(first);
      durability.await(lost);
      closedByItself(first);
    }
    assertThatThrownBy(() -> durability.await(null)).hasMessageContaining("be made durable");
    assertThatThrownBy(() -> durability.await(lost))
        .isInstanceOf(DatabaseAway.class)
        .hasCauseInstanceOf(SQLTransientConnectionException.class);
    try (Connection second = connect()) {
      Object next = durability.holder(second);
      assertThat(next).isNotSameAs(lost);
      durability.await(next);
      durability.await(null);
    }
    durability.close();
  }

  /** As when it cannot write its file. */
  private static void closedByItself(Connection connection) {
    try (Statement statement = connection.createStatement()) {
      statement.execute("shutdown immediately");
    } catch (SQLException closed) {
      // It says that it is.
    }
  }

  private DatabaseSettings settings() {
    return new DatabaseSettings("jdbc:h2:file:" + folder.resolve("lost"), "", Secret.of(""), 2, 0);
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(Dialect.H2.complete(settings().url()));
  }
}
