package io.switchboard.db.backup;

import io.switchboard.db.DatabaseSettings;
import io.switchboard.db.Dialect;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Connections that belong to nobody's pool. */
final class Connecting {
  private Connecting() {}

  /** To one that is there; an H2 that is not would else be made. */
  static Connection toExisting(DatabaseSettings settings, Dialect dialect) throws SQLException {
    String url = settings.url() + (dialect == Dialect.H2 ? ";IFEXISTS=TRUE" : "");
    return to(
        new DatabaseSettings(
            url, settings.user(), settings.password(), settings.connections(), settings.keepFree()),
        dialect);
  }

  static Connection to(DatabaseSettings settings, Dialect dialect) throws SQLException {
    String url = dialect.complete(settings.url());
    return settings.user().isEmpty()
        ? DriverManager.getConnection(url)
        : DriverManager.getConnection(url, settings.user(), settings.password().reveal());
  }
}
