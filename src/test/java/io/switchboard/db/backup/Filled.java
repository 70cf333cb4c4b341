package io.switchboard.db.backup;

import io.switchboard.config.Secret;
import io.switchboard.db.DatabaseSettings;
import io.switchboard.db.Dialect;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rows for every table, whatever its columns are: made from what the database says of itself. */
final class Filled {
  private static final String UNIQUE = "23505";

  private final Connection connection;
  private final Dialect dialect;
  private final Map<String, Shape> shapes = new HashMap<>();
  private int count;

  private Filled(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
  }

  static DatabaseSettings settings(String url) {
    return new DatabaseSettings(url, "", Secret.of(""), 8, 0);
  }

  /** Puts so many rows into each table of the database there. */
  static void with(String url, int rows) throws SQLException {
    with(url, rows, 100);
  }

  /** The same with values that begin there, in case there are some already. */
  static void with(String url, int rows, int first) throws SQLException {
    Dialect dialect = Dialect.of(url);
    try (Connection connection = Connecting.to(settings(url), dialect)) {
      Filled filled = new Filled(connection, dialect);
      filled.count = first;
      for (String table : new Tables(connection, dialect).kept()) {
        for (int i = 0; i < rows; i++) {
          filled.row(table);
        }
      }
    }
  }

  /**
   * Puts so many rows into each table that is not known, or not with these columns, and learns it.
   *
   * @param known tables with their columns
   * @param first where values begin
   */
  static void news(String url, int rows, int first, Map<String, Map<String, Integer>> known)
      throws SQLException {
    Dialect dialect = Dialect.of(url);
    try (Connection connection = Connecting.to(settings(url), dialect)) {
      Filled filled = new Filled(connection, dialect);
      filled.count = first;
      Tables tables = new Tables(connection, dialect);
      for (String table : tables.kept()) {
        Map<String, Integer> columns = tables.columns(table);
        Map<String, Integer> before = known.put(table, columns);
        for (int i = 0; i < rows && !columns.equals(before); i++) {
          try {
            filled.row(table);
          } catch (SQLException e) {
            // Where each parent has its child already, and the table its rows of before.
            if (before == null || !UNIQUE.equals(e.getSQLState())) {
              throw e;
            }
          }
        }
      }
    }
  }

  /** How many rows there are in each table. */
  static Map<String, Integer> counts(String url) throws SQLException {
    Dialect dialect = Dialect.of(url);
    Map<String, Integer> counts = new TreeMap<>();
    try (Connection connection = Connecting.to(settings(url), dialect)) {
      Filled there = new Filled(connection, dialect);
      for (String table : new Tables(connection, dialect).all()) {
        if (!table.equals(Tables.HISTORY)) {
          counts.put(table, (int) there.number("select count(*) from " + table));
        }
      }
    }
    return counts;
  }

  /** All rows of all tables as text, in an order of their own. */
  static Map<String, List<String>> content(String url) throws SQLException {
    Dialect dialect = Dialect.of(url);
    Map<String, List<String>> content = new TreeMap<>();
    try (Connection connection = Connecting.to(settings(url), dialect);
        Statement statement = connection.createStatement()) {
      Tables tables = new Tables(connection, dialect);
      for (String table : tables.kept()) {
        Map<String, Integer> columns = new TreeMap<>(tables.columns(table));
        List<String> rows = new ArrayList<>();
        try (ResultSet found =
            statement.executeQuery(
                "select %s from %s".formatted(String.join(", ", columns.keySet()), table))) {
          while (found.next()) {
            List<String> row = new ArrayList<>();
            int column = 0;
            for (Map.Entry<String, Integer> one : columns.entrySet()) {
              row.add(one.getKey() + "=" + text(found, ++column, one.getValue()));
            }
            rows.add(row.toString());
          }
        }
        rows.sort(null);
        content.put(table, rows);
      }
    }
    return content;
  }

  private static String text(ResultSet found, int column, int type) throws SQLException {
    if (found.getObject(column) == null) {
      return "null";
    }
    return switch (type) {
      case Types.BINARY, Types.VARBINARY -> HexFormat.of().formatHex(found.getBytes(column));
      case Types.TIMESTAMP_WITH_TIMEZONE, Types.TIMESTAMP ->
          found.getObject(column, OffsetDateTime.class).toInstant().toString();
      case Types.BOOLEAN, Types.BIT -> "" + found.getBoolean(column);
      case Types.NUMERIC -> found.getBigDecimal(column).stripTrailingZeros().toPlainString();
      case Types.DOUBLE -> "" + found.getDouble(column);
      default -> found.getString(column);
    };
  }

  private Shape shape(String table) throws SQLException {
    Shape shape = shapes.get(table);
    if (shape == null) {
      shape = Shape.of(table, connection, dialect);
      shapes.put(table, shape);
    }
    return shape;
  }

  private void row(String table) throws SQLException {
    Map<String, Object> parents = parents(table);
    List<String> names = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    for (Shape.Column column : shape(table).columns()) {
      names.add(column.name());
      values.add(
          parents.containsKey(column.name())
              ? parents.get(column.name())
              : value(column.type(), column.size()));
    }
    String sql =
        "insert into %s (%s) values (%s)"
            .formatted(
                table,
                String.join(", ", names),
                String.join(", ", Collections.nCopies(names.size(), "?")));
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        insert.setObject(i + 1, values.get(i));
      }
      insert.executeUpdate();
    }
  }

  /** The values of columns that refer to another table: those of one of its newest rows. */
  private Map<String, Object> parents(String table) throws SQLException {
    Map<String, Object> values = new HashMap<>();
    for (Map.Entry<String, Map<String, String>> parent : shape(table).parents().entrySet()) {
      long mine = number("select count(*) from " + table);
      long theirs = number("select count(*) from " + parent.getKey());
      try (Statement statement = connection.createStatement();
          ResultSet found =
              statement.executeQuery(
                  "select * from %s order by %s offset %d rows fetch first 1 rows only"
                      .formatted(
                          parent.getKey(),
                          String.join(", ", parent.getValue().values()),
                          mine % theirs))) {
        found.next();
        for (Map.Entry<String, String> column : parent.getValue().entrySet()) {
          values.put(column.getKey(), found.getObject(column.getValue()));
        }
      }
    }
    return values;
  }

  private long number(String question) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(question)) {
      answer.next();
      return answer.getLong(1);
    }
  }

  private Object value(int type, int size) {
    int n = ++count;
    return switch (type) {
      case Types.BIGINT -> (long) n;
      case Types.INTEGER -> n;
      case Types.SMALLINT -> n % 30_000;
      case Types.NUMERIC, Types.DECIMAL -> BigDecimal.valueOf(n, 2);
      case Types.DOUBLE, Types.REAL, Types.FLOAT -> n / 8.0;
      case Types.BOOLEAN, Types.BIT -> n % 2 == 0;
      case Types.DATE -> LocalDate.of(2026, 1, 1).plusDays(n);
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY ->
          new byte[] {0, (byte) (n >> 8), (byte) n, -1};
      case Types.TIMESTAMP_WITH_TIMEZONE, Types.TIMESTAMP ->
          Instant.parse("2026-01-02T03:04:05.123456Z").plusSeconds(n).atOffset(ZoneOffset.UTC);
      default -> {
        String text = n + "ü한\n\"'";
        yield text.length() > size ? text.substring(0, size) : text;
      }
    };
  }
}
