package io.switchboard.db;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/** What differs between the databases, as far as it cannot be written the same for both. */
public enum Dialect {
  H2,
  POSTGRESQL;

  /** Its driver says there what we say ourselves. */
  private static final Logger DRIVER = Logger.getLogger("org.postgresql");

  /** A server of H2's, a file that others may open meanwhile, or one that cannot be written. */
  private static final Pattern SHARED =
      Pattern.compile(
          "^jdbc:h2:(?:tcp|ssl|zip):|^jdbc:h2:.*;AUTO_SERVER=(?!FALSE)", CASE_INSENSITIVE);

  /** By the address; {@link DatabaseUnavailable} for any other. */
  public static Dialect of(String url) {
    if (url.matches("jdbc:h2:(file:)?[^./~:;][^:;]*(;.*)?") && !Path.of(bare(url)).isAbsolute()) {
      throw new DatabaseUnavailable(
          "database.url: a file in the working directory is written with ./ before it, as in"
              + " jdbc:h2:file:./"
              + bare(url),
          null);
    }
    if (SHARED.matcher(url).find()) {
      throw new DatabaseUnavailable(
          "database.url: Switchboard opens an H2 itself, as a file that it can write and that"
              + " nobody else has open: write jdbc:h2:file:./data/switchboard without AUTO_SERVER,"
              + " or take PostgreSQL to run several",
          null);
    }
    if (url.startsWith("jdbc:h2:")) {
      return H2;
    }
    if (url.startsWith("jdbc:postgresql:")) {
      if (!isPostgres(url)) {
        throw new DatabaseUnavailable(
            "database.url is no address of a PostgreSQL: write"
                + " jdbc:postgresql://host:5432/switchboard, with a port from 1 to 65535, and user"
                + " and password into database.user and database.password",
            null);
      }
      return POSTGRESQL;
    }
    throw new DatabaseUnavailable(
        "database.url must begin with jdbc:h2: or jdbc:postgresql:, as in"
            + " jdbc:h2:file:./data/switchboard or jdbc:postgresql://host/switchboard",
        null);
  }

  private static boolean isPostgres(String url) {
    DRIVER.setLevel(Level.OFF);
    return Driver.parseURL(url, null) != null;
  }

  /** What reckons the SHA-256 of a text in UTF-8, in small hexadecimal digits. */
  public String sha256(String text) {
    return switch (this) {
      case H2 -> "lower(rawtohex(hash('SHA-256', stringtoutf8(" + text + "))))";
      case POSTGRESQL -> "encode(sha256(convert_to(" + text + ", 'UTF8')), 'hex')";
    };
  }

  private static String bare(String url) {
    return url.replaceFirst("^jdbc:h2:(file:)?", "").replaceFirst(";.*", "");
  }

  /** The address with what this database needs to be told. */
  public String complete(String url) {
    return switch (this) {
      case H2 ->
          Stream.of(
                  "DB_CLOSE_ON_EXIT=FALSE",
                  "WRITE_DELAY=0",
                  "LOCK_TIMEOUT=20000",
                  // What failed is in our log; with the values in it, it need not be in a file.
                  "TRACE_LEVEL_FILE=0",
                  // What a question takes; parsing is most of a short statement, and eight are kept
                  // else.
                  "QUERY_CACHE_SIZE=64")
              .reduce(url, Dialect::with);
      case POSTGRESQL -> url;
    };
  }

  /**
   * What the driver is told for connections of the pool: where a network swallows what is sent,
   * nobody waits for ever. An address that says otherwise counts.
   */
  Map<String, String> bounds() {
    return switch (this) {
      case H2 -> Map.of();
      case POSTGRESQL ->
          Map.of("connectTimeout", "5", "socketTimeout", "60", "tcpKeepAlive", "true");
    };
  }

  /**
   * What each connection of the pool says first; null for nothing. A server whose client is gone
   * without a word lets go of what that one had locked.
   */
  @Nullable String first() {
    return switch (this) {
      case H2 -> null;
      case POSTGRESQL ->
          "set idle_in_transaction_session_timeout = '60s';"
              + " set tcp_keepalives_idle = 20; set tcp_keepalives_interval = 5;"
              + " set tcp_keepalives_count = 4; set tcp_user_timeout = '40s'";
    };
  }

  private static String with(String url, String setting) {
    String name = setting.substring(0, setting.indexOf('=') + 1);
    return url.toUpperCase(Locale.ROOT).contains(name) ? url : url + ";" + setting;
  }
}
