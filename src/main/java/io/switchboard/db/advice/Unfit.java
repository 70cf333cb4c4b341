package io.switchboard.db.advice;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * A PostgreSQL with which nothing can be done. It is asked before anything is made in it: Flyway
 * tries ten seconds long before it says so, and an old one takes all migrations before it does.
 */
public final class Unfit {
  /** The first that understands what is said here: MERGE came with it. */
  private static final int OLDEST = 15;

  private Unfit() {}

  /** Why one cannot work on the tables in it, and what to do about it; nothing if one can. */
  public static Optional<String> toWork(Connection connection) throws SQLException {
    int version = connection.getMetaData().getDatabaseMajorVersion();
    if (version < OLDEST) {
      return Optional.of(
          "PostgreSQL %d is too old: take %d or newer (pg_upgrade brings it up to date)"
              .formatted(version, OLDEST));
    }
    if (is(connection, "select current_setting('transaction_read_only')::boolean")) {
      return Optional.of(WhyNot.READ_ONLY);
    }
    return connection.getSchema() == null ? Optional.of(WhyNot.NO_SCHEMA) : Optional.empty();
  }

  /** Why one cannot make tables in it, or change them; nothing if one can. */
  public static Optional<String> toMakeTables(Connection connection) throws SQLException {
    if (is(
        connection,
        "select 'flyway_schema_history' <> all (array_agg(tablename)) from pg_tables"
            + " where schemaname = current_schema()")) {
      return Optional.of(WhyNot.OTHERS);
    }
    return is(connection, "select not has_schema_privilege(current_schema(), 'CREATE')")
        ? Optional.of(WhyNot.NO_TABLES.formatted(connection.getSchema()))
        : Optional.empty();
  }

  /** What is unknown is not. */
  private static boolean is(Connection connection, String question) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(question)) {
      return answer.next() && answer.getBoolean(1);
    }
  }
}
