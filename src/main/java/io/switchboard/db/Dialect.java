package io.switchboard.db;

import java.util.Locale;
import java.util.stream.Stream;

/** What differs between the databases, as far as it cannot be written the same for both. */
public enum Dialect {
  H2,
  POSTGRESQL;

  /** By the address; {@link DatabaseUnavailable} for any other. */
  public static Dialect of(String url) {
    if (url.startsWith("jdbc:h2:")) {
      return H2;
    }
    if (url.startsWith("jdbc:postgresql:")) {
      return POSTGRESQL;
    }
    throw new DatabaseUnavailable(
        "database.url must begin with jdbc:h2: or jdbc:postgresql:, as in"
            + " jdbc:h2:file:./data/switchboard",
        null);
  }

  /** The address with what this database needs to be told. */
  public String complete(String url) {
    return switch (this) {
      case H2 ->
          Stream.of(
                  "DB_CLOSE_ON_EXIT=FALSE",
                  "WRITE_DELAY=0",
                  "LOCK_TIMEOUT=20000",
                  // What a question takes; parsing is most of a short statement, and eight are kept
                  // else.
                  "QUERY_CACHE_SIZE=64")
              .reduce(url, Dialect::with);
      case POSTGRESQL -> url;
    };
  }

  private static String with(String url, String setting) {
    String name = setting.substring(0, setting.indexOf('=') + 1);
    return url.toUpperCase(Locale.ROOT).contains(name) ? url : url + ";" + setting;
  }
}
