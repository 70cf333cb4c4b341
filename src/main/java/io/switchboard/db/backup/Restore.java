package io.switchboard.db.backup;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.db.Database;
import io.switchboard.db.DatabaseSettings;
import io.switchboard.db.DatabaseUnavailable;
import io.switchboard.db.Dialect;
import io.switchboard.db.advice.WhyNot;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.jspecify.annotations.Nullable;

/**
 * Puts a backup into a database: first the tables as they were in the version that it was made
 * with, then the rows in one transaction, then the upgrade to what this program needs. A kill in
 * between leaves no rows, never some of them.
 */
public final class Restore {
  private static final int ROWS_AT_A_TIME = 500;

  /** Where these have rows, somebody has used it. */
  private static final Set<String> USED = Set.of("member", "conversation", "request", "share");

  private final DatabaseSettings settings;
  private final Dialect dialect;

  public Restore(DatabaseSettings settings) {
    this.settings = settings;
    this.dialect = Dialect.of(settings.url());
  }

  /**
   * Restores.
   *
   * @param replace whether what is in the database may go
   * @throws BackupTrouble if the file is damaged, or the database is in use or not empty; then
   *     nothing was changed
   */
  public BackupFile.Content from(BackupFile file, boolean replace) {
    BackupFile.Content content = file.verify();
    try (Connection connection = Connecting.to(settings, dialect)) {
      prepare(connection, content, replace);
      load(connection, file, content);
    } catch (SQLException e) {
      throw new BackupTrouble(WhyNot.of(e, settings.url()), e);
    }
    try (Database upgraded = Database.open(settings)) {
      upgraded.awaitDurable();
    } catch (DatabaseUnavailable e) {
      throw new BackupTrouble("restored, but not upgraded: " + e.getMessage(), e);
    }
    return content;
  }

  private void prepare(Connection connection, BackupFile.Content content, boolean replace)
      throws SQLException {
    MigrationInfo[] known = flyway("latest").info().all();
    String newest = known[known.length - 1].getVersion().toString();
    if (History.compare(content.schema(), newest) > 0) {
      throw new BackupTrouble(
          "the backup was made by a newer Switchboard (schema %s, this one knows %s): take that one"
              .formatted(content.schema(), newest));
    }
    Flyway target = flyway(content.schema());
    Tables tables = new Tables(connection, dialect);
    Set<String> there = tables.all();
    if (!there.isEmpty()) {
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
      // The file of an H2 is open here alone, so nobody runs on it, whoever held what.
      if (dialect == Dialect.POSTGRESQL
          && there.contains("lease")
          && tables.number("select count(*) from lease where until_at > current_timestamp") > 0) {
        throw new BackupTrouble(
            "a Switchboard runs on this database: stop it first; if it is stopped, try again in ten"
                + " seconds");
      }
    }
    try {
      if (!there.isEmpty()) {
        target.clean();
      }
      target.migrate();
    } catch (FlywayException e) {
      throw new BackupTrouble("the tables cannot be made: " + e.getMessage(), e);
    }
  }

  private Flyway flyway(String version) {
    return Flyway.configure()
        .dataSource(dialect.complete(settings.url()), user(), password())
        .locations("classpath:migrations")
        .cleanDisabled(false)
        .target(version)
        .load();
  }

  private @Nullable String user() {
    return settings.user().isEmpty() ? null : settings.user();
  }

  private @Nullable String password() {
    return settings.user().isEmpty() ? null : settings.password().reveal();
  }

  private void load(Connection connection, BackupFile file, BackupFile.Content content)
      throws SQLException {
    Tables tables = new Tables(connection, dialect);
    try (Statement statement = connection.createStatement()) {
      // H2 commits at each of these, so they come before the rows.
      for (BackupFile.Table table : content.tables()) {
        for (Map.Entry<String, Long> next : table.next().entrySet()) {
          statement.execute(
              "alter table %s alter column %s restart with %d"
                  .formatted(table.name(), next.getKey(), next.getValue()));
        }
      }
      connection.setAutoCommit(false);
      // Migrations put rows into some tables.
      for (String table : tables.kept().reversed()) {
        statement.execute("delete from " + table);
      }
    }
    try (Rows rows = new Rows(connection, tables)) {
      file.read(rows);
      rows.flush();
      connection.commit();
    } catch (RuntimeException | SQLException e) {
      connection.rollback();
      throw e;
    } catch (Exception e) {
      connection.rollback();
      throw new IllegalStateException(e);
    }
  }

  /** Inserts the rows of one table after the other. */
  private static final class Rows implements BackupFile.Reader, AutoCloseable {
    private final Connection connection;
    private final Tables tables;
    private final Set<String> known;
    private final List<Integer> types = new ArrayList<>();
    private @Nullable PreparedStatement insert;
    private int waiting;

    Rows(Connection connection, Tables tables) throws SQLException {
      this.connection = connection;
      this.tables = tables;
      this.known = new HashSet<>(tables.kept());
    }

    @Override
    public void table(BackupFile.Table table) throws IOException {
      try {
        close();
        if (!known.contains(table.name())) {
          throw new BackupTrouble("this Switchboard knows no table " + table.name());
        }
        Map<String, Integer> columns = tables.columns(table.name());
        types.clear();
        for (String column : table.columns()) {
          Integer type = columns.get(column);
          if (type == null) {
            throw new BackupTrouble("this Switchboard knows no " + table.name() + "." + column);
          }
          types.add(type);
        }
        insert =
            connection.prepareStatement(
                "insert into %s (%s) values (%s)"
                    .formatted(
                        table.name(),
                        String.join(", ", table.columns()),
                        String.join(", ", Collections.nCopies(types.size(), "?"))));
      } catch (SQLException e) {
        throw new IOException(e.getMessage(), e);
      }
    }

    @Override
    public void row(JsonNode row) throws IOException {
      PreparedStatement into = insert;
      if (into == null || row.size() != types.size()) {
        throw new BackupTrouble("a row belongs to no table");
      }
      try {
        for (int i = 0; i < types.size(); i++) {
          set(into, i + 1, types.get(i), row.get(i));
        }
        into.addBatch();
        if (++waiting == ROWS_AT_A_TIME) {
          flush();
        }
      } catch (SQLException e) {
        throw new IOException(e.getMessage(), e);
      }
    }

    private void set(PreparedStatement into, int column, int type, JsonNode value)
        throws SQLException, IOException {
      if (value.isNull()) {
        into.setNull(column, type == Types.TIMESTAMP_WITH_TIMEZONE ? Types.TIMESTAMP : type);
        return;
      }
      switch (type) {
        case Types.BIGINT, Types.INTEGER, Types.SMALLINT -> into.setLong(column, value.asLong());
        case Types.DOUBLE, Types.REAL, Types.FLOAT -> into.setDouble(column, value.asDouble());
        case Types.NUMERIC, Types.DECIMAL ->
            into.setBigDecimal(column, new java.math.BigDecimal(value.asText()));
        case Types.BOOLEAN, Types.BIT -> into.setBoolean(column, value.asBoolean());
        case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB ->
            into.setBytes(column, value.binaryValue());
        case Types.TIMESTAMP_WITH_TIMEZONE, Types.TIMESTAMP ->
            into.setObject(column, Instant.parse(value.asText()).atOffset(ZoneOffset.UTC));
        case Types.DATE -> into.setObject(column, LocalDate.parse(value.asText()));
        // PostgreSQL has no place for this letter, H2 has.
        default -> into.setString(column, value.asText().replace('\0', '\uFFFD'));
      }
    }

    void flush() throws SQLException {
      if (insert != null && waiting > 0) {
        insert.executeBatch();
        waiting = 0;
      }
    }

    @Override
    public void close() throws SQLException {
      if (insert != null) {
        flush();
        insert.close();
        insert = null;
      }
    }
  }
}
