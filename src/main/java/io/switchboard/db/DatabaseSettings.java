package io.switchboard.db;

import io.switchboard.config.Secret;

/**
 * Where the database is.
 *
 * @param url a JDBC address of H2 or PostgreSQL
 * @param user empty if the address names it
 * @param connections at most so many at once, 2 to 100
 * @param keepFree where less is left on the disk of an H2 file, in megabytes, no question is taken
 *     any more; 0 to take them until it is full
 */
public record DatabaseSettings(
    String url, String user, Secret password, int connections, int keepFree) {
  /** H2 in a file under the working directory. */
  public static final DatabaseSettings DEFAULTS =
      new DatabaseSettings("jdbc:h2:file:./data/switchboard", "", Secret.of(""), 12, 50);

  public DatabaseSettings {
    if (connections < 2 || connections > 100) {
      throw new IllegalArgumentException("connections: 2 to 100");
    }
    if (keepFree < 0) {
      throw new IllegalArgumentException("keepFree: expected megabytes, 0 or more");
    }
  }
}
