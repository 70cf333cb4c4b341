package io.switchboard.db;

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
          with(with(with(url, "DB_CLOSE_ON_EXIT=FALSE"), "WRITE_DELAY=0"), "LOCK_TIMEOUT=20000");
      case POSTGRESQL -> url;
    };
  }

  private static String with(String url, String setting) {
    String name = setting.substring(0, setting.indexOf('=') + 1);
    return url.toUpperCase(java.util.Locale.ROOT).contains(name) ? url : url + ";" + setting;
  }
}
