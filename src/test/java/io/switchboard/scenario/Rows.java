package io.switchboard.scenario;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What stands in a database, table by table: to see what changed, and what did not. */
final class Rows {
  private final Map<String, Set<String>> tables = new TreeMap<>();

  private Rows() {}

  /** All of it as it stands now. */
  static Rows of(String url) {
    Rows rows = new Rows();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (String table : tables(statement)) {
        rows.tables.put(table, rows(statement, table));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return rows;
  }

  private static List<String> tables(Statement statement) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet found =
        statement.executeQuery(
            "select table_name from information_schema.tables where table_schema = 'PUBLIC'")) {
      while (found.next()) {
        names.add(found.getString(1));
      }
    }
    return names;
  }

  private static Set<String> rows(Statement statement, String table) throws SQLException {
    Set<String> rows = new TreeSet<>();
    try (ResultSet found = statement.executeQuery("select * from \"" + table + "\"")) {
      int columns = found.getMetaData().getColumnCount();
      while (found.next()) {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
          row.append(found.getString(i)).append('|');
        }
        rows.add(row.toString());
      }
    }
    return rows;
  }

  /** The tables that do not stand now as they did, each with the rows that went and came. */
  Map<String, String> changed(Rows now) {
    Map<String, String> changed = new TreeMap<>();
    tables.forEach(
        (table, before) -> {
          Set<String> after = now.tables.get(table);
          if (!before.equals(after)) {
            Set<String> gone = new TreeSet<>(before);
            gone.removeAll(after);
            Set<String> come = new TreeSet<>(after);
            come.removeAll(before);
            changed.put(table, gone + " → " + come);
          }
        });
    return changed;
  }
}
