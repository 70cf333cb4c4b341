package io.switchboard.db.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Comparator;

/** Which migrations a database has had. */
final class History {
  private final Connection connection;

  History(Connection connection) {
    this.connection = connection;
  }

  /** The version of the newest one. */
  String version() throws SQLException {
    String newest = "";
    try (Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "select \"version\" from \"%s\" where \"success\" and \"version\" is not null"
                    .formatted(Tables.HISTORY))) {
      while (found.next()) {
        String version = found.getString(1);
        newest = newest.isEmpty() || compare(version, newest) > 0 ? version : newest;
      }
    }
    return newest;
  }

  static int compare(String a, String b) {
    return Arrays.compare(
        a.split("\\."), b.split("\\."), Comparator.comparingInt(Integer::parseInt));
  }
}
