package io.switchboard.db.backup;

import io.switchboard.db.DatabaseSettings;
import io.switchboard.db.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a backup is built up while what is there stays as it is. */
abstract class Ground implements AutoCloseable {
  /** Where these have rows, somebody has used it. */
  private static final Set<String> USED = Set.of("member", "conversation", "request", "share");

  /** Where it is built. */
  final DatabaseSettings site;

  private final Dialect dialect;
  private @Nullable Connection connection;

  Ground(DatabaseSettings site, Dialect dialect) {
    this.site = site;
    this.dialect = dialect;
  }

  /**
   * Looks at what is there.
   *
   * @throws BackupTrouble if it may not go
   */
  abstract void open(boolean replace) throws SQLException;

  /** Makes the tables of that version. */
  abstract void migrate(String version) throws SQLException;

  /** The connection to what is built; one for all of it. */
  final Connection connection() throws SQLException {
    if (connection == null) {
      connection = Connecting.to(site, dialect);
    }
    return connection;
  }

  /** Brings what is built up to date. */
  abstract void upgrade() throws SQLException;

  /** From here on what was built is what is there. */
  abstract void take();

  /** What was not taken goes. */
  @Override
  public void close() {
    closeQuietly(connection);
  }

  static void closeQuietly(@Nullable Connection connection) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      // It was of no use any more; a server rolls back what was not committed.
    }
  }

  /** Puts the rows into the tables. */
  void load(BackupFile file, BackupFile.Content content) throws SQLException {
    Connection connection = connection();
    Tables tables = new Tables(connection, dialect);
    try (Rows rows = new Rows(connection, tables, file)) {
      rows.numbers(content.tables());
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        // Migrations put rows into some tables.
        for (String table : tables.kept().reversed()) {
          statement.execute("delete from " + table);
        }
      }
      file.read(rows);
      rows.finish();
    }
  }

  /** What is there may go if it is Switchboard's, and nothing, or may be replaced. */
  static void mayGo(Tables tables, boolean replace) throws SQLException {
    Set<String> there = tables.all();
    if (there.isEmpty()) {
      return;
    }
    if (!there.contains(Tables.HISTORY)) {
      throw new BackupTrouble(
          "the database holds tables that are not Switchboard's: name an empty database");
    }
    for (String table : USED) {
      if (!replace
          && there.contains(table)
          && tables.number("select count(*) from (select 1 from " + table + " limit 1) t") > 0) {
        throw new BackupTrouble(
            "the database is not empty: name another, or say --replace, and what is in it goes");
      }
    }
  }
}
