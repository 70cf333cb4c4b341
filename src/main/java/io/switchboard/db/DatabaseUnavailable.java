package io.switchboard.db;

import org.jspecify.annotations.Nullable;

/**
 * The database could not be opened; the message says what to do, in words for whoever runs the
 * program.
 */
public final class DatabaseUnavailable extends RuntimeException {
  DatabaseUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  static DatabaseUnavailable because(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof java.sql.SQLException sql && sql.getErrorCode() == 90020) {
        return new DatabaseUnavailable(
            "the database file is in use by another process: stop that one, or use PostgreSQL to"
                + " run several",
            failure);
      }
    }
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return new DatabaseUnavailable("the database cannot be opened: " + root.getMessage(), failure);
  }
}
