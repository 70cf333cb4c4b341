package io.switchboard.db;

import io.switchboard.config.Secret;

/**
 * Where the database is.
 *
 * @param url a JDBC address of H2 or PostgreSQL
 * @param user empty if the address names it
 * @param connections at most so many at once, 2 to 100
 */
public record DatabaseSettings(String url, String user, Secret password, int connections) {
  /** H2 in a file under the working directory. */
  public static final DatabaseSettings DEFAULTS =
      new DatabaseSettings("jdbc:h2:file:./data/switchboard", "", Secret.of(""), 12);

  public DatabaseSettings {
    if (connections < 2 || connections > 100) {
      throw new IllegalArgumentException("connections: 2 to 100");
    }
  }
}
