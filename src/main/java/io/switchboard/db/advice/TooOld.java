package io.switchboard.db.advice;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The oldest PostgreSQL that understands what is said here: MERGE came with 15. */
public final class TooOld {
  private static final int OLDEST = 15;

  private TooOld() {}

  /** What is in the way, and what to do about it; nothing if it is new enough. */
  public static Optional<String> trouble(Connection connection) throws SQLException {
    int version = connection.getMetaData().getDatabaseMajorVersion();
    return version >= OLDEST
        ? Optional.empty()
        : Optional.of(
            "PostgreSQL %d is too old: take %d or newer (pg_upgrade brings it up to date)"
                .formatted(version, OLDEST));
  }
}
