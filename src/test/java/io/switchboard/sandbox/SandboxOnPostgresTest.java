package io.switchboard.sandbox;

import io.switchboard.db.Database;
import io.switchboard.db.TestDatabases;

/** The same on PostgreSQL. */
class SandboxOnPostgresTest extends SandboxPlatformTest {
  @Override
  Database freshDatabase() {
    return TestDatabases.postgres();
  }
}
