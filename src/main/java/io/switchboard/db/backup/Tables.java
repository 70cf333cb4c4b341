package io.switchboard.db.backup;

import io.switchboard.db.Dialect;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The tables that there are. Names are in lower case here, whatever the database makes of them. */
final class Tables {
  static final String HISTORY = "flyway_schema_history";

  /** What processes that run hold for seconds; after a restore nobody does. */
  private static final Set<String> OF_THE_MOMENT =
      Set.of(HISTORY, "lease", "qrtz_fired_triggers", "qrtz_scheduler_state", "qrtz_locks");

  private final Connection connection;
  private final Dialect dialect;
  private final String schema;

  Tables(Connection connection, Dialect dialect) throws SQLException {
    this.connection = connection;
    this.dialect = dialect;
    this.schema = connection.getSchema();
  }

  /** All of them, in the order of the alphabet. */
  Set<String> all() throws SQLException {
    Set<String> names = new TreeSet<>();
    try (ResultSet found =
        meta().getTables(null, schema, "%", new String[] {"TABLE", "BASE TABLE"})) {
      while (found.next()) {
        names.add(lower(found.getString("TABLE_NAME")));
      }
    }
    return names;
  }

  /** Those that are kept, each after all that it refers to. */
  List<String> kept() throws SQLException {
    Set<String> left = all();
    left.removeAll(OF_THE_MOMENT);
    Map<String, Set<String>> needs = new HashMap<>();
    for (String table : left) {
      Set<String> needed = new LinkedHashSet<>();
      try (ResultSet keys = meta().getImportedKeys(null, schema, name(table))) {
        while (keys.next()) {
          needed.add(lower(keys.getString("PKTABLE_NAME")));
        }
      }
      needed.remove(table);
      needs.put(table, needed);
    }
    List<String> ordered = new ArrayList<>();
    while (!left.isEmpty()) {
      List<String> next =
          left.stream()
              .filter(t -> needs.getOrDefault(t, Set.of()).stream().noneMatch(left::contains))
              .toList();
      if (next.isEmpty()) {
        throw new IllegalStateException("tables refer to each other in a circle: " + left);
      }
      ordered.addAll(next);
      next.forEach(left::remove);
    }
    return ordered;
  }

  /** The columns of a table with their types, as {@link java.sql.Types} counts them. */
  Map<String, Integer> columns(String table) throws SQLException {
    Map<String, Integer> columns = new LinkedHashMap<>();
    try (ResultSet found = meta().getColumns(null, schema, name(table), "%")) {
      while (found.next()) {
        columns.put(lower(found.getString("COLUMN_NAME")), found.getInt("DATA_TYPE"));
      }
    }
    return columns;
  }

  /** The same with all that is known of them. */
  Map<String, Column> shape(String table) throws SQLException {
    Map<String, Column> columns = new LinkedHashMap<>();
    try (ResultSet found = meta().getColumns(null, schema, name(table), "%")) {
      while (found.next()) {
        String column = lower(found.getString("COLUMN_NAME"));
        columns.put(
            column,
            new Column(
                column,
                found.getInt("DATA_TYPE"),
                found.getInt("COLUMN_SIZE"),
                found.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls,
                "YES".equals(found.getString("IS_AUTOINCREMENT"))));
      }
    }
    return columns;
  }

  /** The next number of each column that numbers itself. */
  Map<String, Long> next(String table) throws SQLException {
    Map<String, Long> next = new TreeMap<>();
    try (ResultSet found = meta().getColumns(null, schema, name(table), "%")) {
      while (found.next()) {
        if ("YES".equals(found.getString("IS_AUTOINCREMENT"))) {
          String column = lower(found.getString("COLUMN_NAME"));
          next.put(column, Math.max(sequence(table, column), highest(table, column) + 1));
        }
      }
    }
    return next;
  }

  private long sequence(String table, String column) throws SQLException {
    return switch (dialect) {
      case H2 ->
          number(
              "select identity_base from information_schema.columns where table_schema = schema()"
                  + " and lower(table_name) = '%s' and lower(column_name) = '%s'"
                      .formatted(table, column));
      case POSTGRESQL ->
          number(
              "select last_value + case when is_called then 1 else 0 end from "
                  + text("select pg_get_serial_sequence('%s', '%s')".formatted(table, column)));
    };
  }

  private long highest(String table, String column) throws SQLException {
    return number("select coalesce(max(%s), 0) from %s".formatted(column, table));
  }

  long number(String question) throws SQLException {
    return Long.parseLong(text(question));
  }

  private String text(String question) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(question)) {
      if (!answer.next()) {
        throw new SQLException("nothing came of " + question);
      }
      return answer.getString(1);
    }
  }

  private DatabaseMetaData meta() throws SQLException {
    return connection.getMetaData();
  }

  /** As the database spells it. */
  private String name(String table) {
    return dialect == Dialect.H2 && !table.equals(HISTORY) ? table.toUpperCase(Locale.ROOT) : table;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
