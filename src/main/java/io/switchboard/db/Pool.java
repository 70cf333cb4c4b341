package io.switchboard.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.switchboard.db.advice.WhyNot;
import io.switchboard.db.away.LeaveClosed;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections to the database. What keeps them from being made, and may pass by itself, is said
 * at once to whoever sits before it, and waited for, since at the start of a machine nobody does.
 */
final class Pool {
  private static final Logger log = LoggerFactory.getLogger(Pool.class);

  /** Seconds in which a connection shows that it is alive. */
  static final int ANSWERS_WITHIN = 3;

  /** How long a server that is about to start is waited for. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);

  private Pool() {}

  /**
   * Makes the first of them.
   *
   * @throws DatabaseUnavailable with advice, if that cannot be done within the longest wait, or ten
   *     seconds if that is longer
   */
  static HikariDataSource of(DatabaseSettings settings, Dialect dialect, Duration longestWait) {
    HikariConfig config = config(settings, dialect, longestWait);
    long patience = Math.min(PATIENCE.toNanos(), longestWait.toNanos());
    long began = System.nanoTime();
    for (boolean said = false; ; said = true) {
      try {
        return new HikariDataSource(config);
      } catch (RuntimeException e) {
        DatabaseUnavailable why = DatabaseUnavailable.because(e, settings.url());
        if (System.nanoTime() - began > patience || !WhyNot.mayPass(e)) {
          throw why;
        }
        if (!said) {
          log.warn(
              "The database cannot be used yet, and is tried for {} s: {}",
              TimeUnit.NANOSECONDS.toSeconds(patience),
              why.getMessage());
        }
        if (!pause()) {
          throw why;
        }
      }
    }
  }

  private static boolean pause() {
    try {
      Thread.sleep(BETWEEN_TRIES);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static HikariConfig config(
      DatabaseSettings settings, Dialect dialect, Duration longestWait) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(dialect.complete(settings.url()));
    if (!settings.user().isEmpty()) {
      config.setUsername(settings.user());
      config.setPassword(settings.password().reveal());
    }
    config.setMaximumPoolSize(settings.connections());
    if (dialect == Dialect.H2) {
      // Each new one sets WRITE_DELAY for all, also while Migrating wants another.
      config.setMinimumIdle(1);
    }
    config.setConnectionTimeout(longestWait.toMillis());
    config.setPoolName("database");
    config.setExceptionOverride(new LeaveClosed());
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    config.setValidationTimeout(TimeUnit.SECONDS.toMillis(ANSWERS_WITHIN));
    dialect.bounds().forEach(config::addDataSourceProperty);
    config.setConnectionInitSql(dialect.first());
    return config;
  }
}
