package io.switchboard.db.away;

import java.sql.SQLTransientConnectionException;

/**
 * The database does not answer, or was closed before what it took was on disk. Its cause says so to
 * those who know JDBC and not this room.
 */
public final class DatabaseAway extends RuntimeException {
  /** A connection that is not there. */
  private static final String STATE = "08003";

  /** Says why, in words for the log. */
  public DatabaseAway(String message) {
    super(message, new SQLTransientConnectionException(message, STATE));
  }
}
