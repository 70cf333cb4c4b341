package io.switchboard.db.away;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.h2.mvstore.MVStoreException;

/** Tells a failure because the database could not be reached from what it said itself. */
public final class Unreached {
  private Unreached() {}

  /** Whether something failed because the database could not be reached, and not by its word. */
  public static boolean is(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof DatabaseAway
          || cause instanceof MVStoreException
          || (cause instanceof SQLException sql && is(sql))) {
        return true;
      }
    }
    return false;
  }

  /** Class 08 is the connection, 57P.. a server that stops or starts; the rest is H2's. */
  private static boolean is(SQLException sql) {
    String state = sql.getSQLState() == null ? "" : sql.getSQLState();
    return sql instanceof SQLTransientConnectionException
        || state.startsWith("08")
        || state.startsWith("57P")
        || LeaveClosed.closed(sql);
  }

  /** What all of it began with. */
  static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
