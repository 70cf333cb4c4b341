package io.switchboard.share;

import io.switchboard.config.Secret;
import io.switchboard.db.Database;
import io.switchboard.db.DatabaseSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.UUID;

/** Empty, migrated databases of both kinds. */
public final class FreshDatabases {
  private static EmbeddedPostgres postgres;

  private FreshDatabases() {}

  public static Database h2() {
    return open("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "");
  }

  public static synchronized Database postgres() throws Exception {
    if (postgres == null) {
      postgres = EmbeddedPostgres.builder().start();
    }
    String name = "d" + UUID.randomUUID().toString().replace("-", "");
    try (var c = postgres.getPostgresDatabase().getConnection();
        var s = c.createStatement()) {
      s.execute("create database " + name);
    }
    return open(postgres.getJdbcUrl("postgres", name), "");
  }

  private static Database open(String url, String user) {
    return Database.open(new DatabaseSettings(url, user, Secret.of(""), 6));
  }
}
