package io.switchboard.db.backup;

import io.switchboard.db.Dialect;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a database says of a table, which takes it longer than to take a row.
 *
 * @param columns those that do not number themselves
 * @param parents tables that it refers to: by which of its columns, to which of theirs
 */
record Shape(List<Column> columns, Map<String, Map<String, String>> parents) {
  /**
   * A column.
   *
   * @param type as {@link java.sql.Types} counts them
   */
  record Column(String name, int type, int size) {}

  static Shape of(String table, Connection connection, Dialect dialect) throws SQLException {
    String spelled = dialect == Dialect.H2 ? table.toUpperCase(Locale.ROOT) : table;
    DatabaseMetaData meta = connection.getMetaData();
    List<Column> columns = new ArrayList<>();
    try (ResultSet found = meta.getColumns(null, connection.getSchema(), spelled, "%")) {
      while (found.next()) {
        if (!"YES".equals(found.getString("IS_AUTOINCREMENT"))) {
          columns.add(
              new Column(
                  found.getString("COLUMN_NAME").toLowerCase(Locale.ROOT),
                  found.getInt("DATA_TYPE"),
                  found.getInt("COLUMN_SIZE")));
        }
      }
    }
    Map<String, Map<String, String>> parents = new TreeMap<>();
    try (ResultSet keys = meta.getImportedKeys(null, connection.getSchema(), spelled)) {
      while (keys.next()) {
        parents
            .computeIfAbsent(keys.getString("PKTABLE_NAME"), parent -> new TreeMap<>())
            .put(
                keys.getString("FKCOLUMN_NAME").toLowerCase(Locale.ROOT),
                keys.getString("PKCOLUMN_NAME"));
      }
    }
    return new Shape(columns, parents);
  }
}
