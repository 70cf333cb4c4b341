package io.switchboard.db;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.switchboard.db.away.Outage;
import io.switchboard.db.away.Unreached;
import io.switchboard.db.time.InstantArgument;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jspecify.annotations.Nullable;

/** The database, migrated. What has been committed here survives a kill of the process. */
public final class Database implements AutoCloseable {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  /** One for all, since it keeps what it has parsed, which takes longer than many a statement. */
  private static final SqlParser PARSER = new ColonPrefixSqlParser();

  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final Dialect dialect;
  private final Durability durability;
  private final Crowd crowd = new Crowd();
  private final DiskRoom room;
  private final Outage outage = new Outage(this::answers);

  private Database(HikariDataSource pool, Dialect dialect, Durability durability, DiskRoom room) {
    this.pool = pool;
    this.dialect = dialect;
    this.jdbi = Jdbi.create(pool).registerArgument(new InstantArgument());
    jdbi.getConfig(SqlStatements.class).setSqlParser(PARSER);
    // Errors are logged, and what members wrote is among the arguments.
    jdbi.getConfig(StatementExceptions.class)
        .setMessageRendering(StatementExceptions.MessageRendering.SHORT_STATEMENT);
    this.durability = durability;
    this.room = room;
  }

  /**
   * Opens and migrates.
   *
   * @throws DatabaseUnavailable with advice, if that cannot be done
   */
  public static Database open(DatabaseSettings settings) {
    return open(settings, LONGEST_WAIT);
  }

  /**
   * Also says how long the wait for a connection may last in which nobody is served.
   *
   * @param longestWait at least 250 ms
   */
  static Database open(DatabaseSettings settings, Duration longestWait) {
    Dialect dialect = Dialect.of(settings.url());
    DiskRoom.prepare(settings);
    OwnHistory own = OwnHistory.begin();
    HikariDataSource pool = Pool.of(settings, dialect, longestWait);
    Durability durability =
        dialect == Dialect.H2 ? new CheckpointAfterCommit(settings) : Durability.OF_ITSELF;
    try {
      switch (dialect) {
        case H2 -> {
          new Migrating(pool, durability, own).migrateH2();
          pool.getHikariConfigMXBean().setMinimumIdle(settings.connections());
        }
        case POSTGRESQL -> Migrating.patiently(pool, settings, own);
      }
    } catch (RuntimeException e) {
      pool.close();
      durability.close();
      throw DatabaseUnavailable.because(e, settings.url());
    }
    return new Database(pool, dialect, durability, DiskRoom.of(settings));
  }

  /**
   * Runs the work in one transaction and returns when its result is safely on disk. No network call
   * belongs in here. An interrupt of the caller waits until it is done; the work may run on another
   * thread than the caller's.
   */
  public <T> T inTransaction(Function<Handle, T> work) {
    return served(
        () -> {
          Committed<T> committed =
              crowd.serve(
                  taken -> jdbi.inTransaction(taken::apply),
                  h -> new Committed<>(work.apply(h), holder(h)));
          durability.await(committed.holder());
          return committed.result();
        });
  }

  private record Committed<T>(T result, @Nullable Object holder) {}

  private @Nullable Object holder(Handle h) {
    try {
      return durability.holder(h.getConnection());
    } catch (SQLException e) {
      throw new ConnectionException(e);
    }
  }

  private <T> T served(Supplier<T> work) {
    try {
      T result =
          Shielded.call(
              () -> {
                outage.pass();
                return work.get();
              });
      outage.served();
      return result;
    } catch (RuntimeException e) {
      outage.failed(e);
      throw e;
    }
  }

  /** {@link #inTransaction} without a result. */
  public void useTransaction(Consumer<Handle> work) {
    this.<Boolean>inTransaction(
        h -> {
          work.accept(h);
          return true;
        });
  }

  /** Reads. */
  public <T> T read(Function<Handle, T> work) {
    return served(
        () -> crowd.serve(taken -> jdbi.<T, RuntimeException>withHandle(taken::apply), work));
  }

  /**
   * Runs what a library does with {@link #dataSource} by itself: an interrupt of the caller waits
   * until it is done.
   */
  public <T> T uninterrupted(Supplier<T> libraryWork) {
    return Shielded.call(libraryWork);
  }

  /** Returns when what libraries have committed here by themselves survives a kill, too. */
  public void awaitDurable() {
    Shielded.call(
        () -> {
          durability.await(null);
          return true;
        });
  }

  /**
   * Whether the disk has room for what is accepted now. False a while before it is full, so that
   * what was accepted can still be finished and kept; of PostgreSQL's disk nothing is known.
   */
  public boolean hasRoom() {
    return room.left();
  }

  /**
   * Whether it has done what was asked of it lately. False from a moment in which it could not be
   * reached until some seconds after it could.
   */
  public boolean isCalm() {
    return outage.calm();
  }

  /** Whether something failed because the database could not be reached, and not by its word. */
  public static boolean wasAway(Throwable failure) {
    return Unreached.is(failure);
  }

  private boolean answers() {
    try (Connection connection = pool.getConnection()) {
      return connection.isValid(Pool.ANSWERS_WITHIN);
    } catch (SQLException away) {
      return false;
    }
  }

  /**
   * The pool's.
   *
   * @param active in use
   * @param idle ready for use
   * @param waiting so many threads wait for one
   */
  public record Connections(int active, int idle, int waiting) {}

  /** The pool's connections now. */
  public Connections connections() {
    HikariPoolMXBean bean = pool.getHikariPoolMXBean();
    return new Connections(
        bean.getActiveConnections(),
        bean.getIdleConnections(),
        bean.getThreadsAwaitingConnection());
  }

  /** What differs between the databases. */
  public Dialect dialect() {
    return dialect;
  }

  /** The number of the newest migration. */
  public String version() {
    return read(
        h ->
            h.createQuery(
                    "select max(\"installed_rank\") from \"flyway_schema_history\" where"
                        + " \"success\"")
                .mapTo(String.class)
                .one());
  }

  /** For libraries that keep tables of their own here; see {@link #awaitDurable}. */
  public DataSource dataSource() {
    return pool;
  }

  @Override
  public void close() {
    outage.close();
    pool.close();
    durability.close();
  }
}
