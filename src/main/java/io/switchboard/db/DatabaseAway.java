package io.switchboard.db;

/** The database is known not to answer; nothing was tried with it. */
public final class DatabaseAway extends RuntimeException {
  DatabaseAway() {
    super("the database does not answer");
  }
}
