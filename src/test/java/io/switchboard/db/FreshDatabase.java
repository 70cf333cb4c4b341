package io.switchboard.db;

/**
 * Cases that hold on either database: an abstract class of them, and two nested ones, {@code OnH2
 * extends Cases implements FreshDatabase.H2} and {@code OnPostgres}. So whoever reports a failure
 * says which database it was: its name is the class's.
 */
public interface FreshDatabase {
  /** The address of another database each time, migrated and empty. */
  String freshUrl();

  /** Another database each time, migrated and empty. */
  default Database fresh() {
    return TestDatabases.open(freshUrl());
  }

  interface H2 extends FreshDatabase {
    @Override
    default String freshUrl() {
      return TestDatabases.h2Url();
    }
  }

  interface Postgres extends FreshDatabase {
    @Override
    default String freshUrl() {
      return TestDatabases.postgresUrl();
    }
  }
}
