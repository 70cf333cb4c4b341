package io.switchboard.db;

/** The database does not answer, or was closed before what it took was on disk. */
public final class DatabaseAway extends RuntimeException {
  DatabaseAway(String message) {
    super(message);
  }
}
