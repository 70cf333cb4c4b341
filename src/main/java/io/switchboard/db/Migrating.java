package io.switchboard.db;

import io.switchboard.db.advice.Unfit;
import io.switchboard.db.fresh.FreshTables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the tables up to date.
 *
 * <p>H2 commits every statement of a migration by itself, so that one that was killed in the middle
 * would stand in its own way for ever. Therefore all that is there is written into a file beside
 * the database first; where that file is found at a start, the migration before was not finished,
 * and what was there before it is taken back. PostgreSQL takes a migration whole or not at all.
 */
final class Migrating {
  private static final Logger log = LoggerFactory.getLogger(Migrating.class);

  private final DataSource source;
  private final Jdbi jdbi;
  private final Durability durability;
  private final OwnHistory own;

  Migrating(DataSource source, Durability durability, OwnHistory own) {
    this.source = source;
    this.jdbi = Jdbi.create(source);
    this.durability = durability;
    this.own = own;
  }

  private static Flyway of(FluentConfiguration source) {
    return source.locations("classpath:migrations").validateMigrationNaming(true).load();
  }

  /**
   * Does it, in PostgreSQL's way: on a connection that is not the pool's, where a statement over
   * millions of rows may take as long as it takes.
   */
  static void patiently(DataSource pool, DatabaseSettings settings, OwnHistory own) {
    refuse(pool, settings.url(), Unfit::toWork);
    if (Jdbi.create(pool).withHandle(own::isIn)) {
      return;
    }
    MigrationInfoService known = of(Flyway.configure().dataSource(pool)).info();
    refuseNewer(known);
    if (!upToDate(known)) {
      refuse(pool, settings.url(), Unfit::toMakeTables);
      boolean named = !settings.user().isEmpty();
      of(Flyway.configure()
              .dataSource(
                  settings.url(),
                  named ? settings.user() : null,
                  named ? settings.password().reveal() : null))
          .migrate();
    }
  }

  private interface Look {
    Optional<String> at(Connection connection) throws SQLException;
  }

  private static void refuse(DataSource pool, String url, Look look) {
    try (Connection connection = pool.getConnection()) {
      Optional<String> trouble = look.at(connection);
      if (trouble.isPresent()) {
        throw new DatabaseUnavailable(trouble.get(), null);
      }
    } catch (SQLException e) {
      throw DatabaseUnavailable.because(e, url);
    }
  }

  /**
   * An older program would work on tables that it does not know.
   *
   * @throws DatabaseUnavailable saying so
   */
  private static void refuseNewer(MigrationInfoService known) {
    Arrays.stream(known.all())
        .filter(one -> one.getState().name().startsWith("FUTURE"))
        .findFirst()
        .ifPresent(
            newer -> {
              throw new DatabaseUnavailable(
                  "the database was brought up to date by a newer Switchboard (schema %s): run that one, or restore a backup that this one made"
                      .formatted(newer.getVersion()),
                  null);
            });
  }

  private void migrate() {
    if (!jdbi.withHandle(own::isIn)) {
      Flyway flyway = flyway();
      if (!upToDate(flyway.info())) {
        flyway.migrate();
      }
    }
  }

  private Flyway flyway() {
    return of(Flyway.configure().dataSource(source));
  }

  /** Then nothing need be locked, checked and resolved once more: most starts have no upgrade. */
  private static boolean upToDate(MigrationInfoService known) {
    return Arrays.stream(known.all())
        .allMatch(
            one ->
                one.getState() == MigrationState.SUCCESS
                    && one.isChecksumMatching()
                    && one.isDescriptionMatching()
                    && one.isTypeMatching());
  }

  /** Does it in a file of H2's, or in memory. */
  void migrateH2() {
    String file =
        jdbi.withHandle(h -> h.createQuery("select database_path()").mapTo(String.class).one());
    if (file == null) {
      migrate();
      return;
    }
    Path before = H2File.beforeUpgrade(file);
    if (Files.exists(before)) {
      log.warn("the last upgrade of the database was not finished; it begins anew");
      jdbi.useHandle(h -> takeBack(h, before));
    } else if (jdbi.withHandle(own::isIn)) {
      return;
    } else if (jdbi.withHandle(FreshTables::areDue)) {
      writeDownNothing(before);
    } else {
      MigrationInfoService known = flyway().info();
      refuseNewer(known);
      if (upToDate(known)) {
        return;
      }
      if (known.pending().length > 0) {
        jdbi.useHandle(h -> writeDown(h, before));
      }
    }
    migrateInOneGo();
    durability.await(null);
    delete(before);
  }

  /** Statements need not be on disk one by one, since what was there before is. */
  private void migrateInOneGo() {
    jdbi.useHandle(h -> h.execute("set write_delay 1000"));
    try {
      jdbi.useHandle(FreshTables::makeIn);
      migrate();
    } finally {
      jdbi.useHandle(h -> h.execute("set write_delay 0"));
    }
  }

  /** May be killed and done again: the file stays. */
  private static void takeBack(Handle h, Path before) {
    h.execute("drop all objects");
    h.execute("runscript from ?", before.toString());
  }

  /** There was nothing before. */
  private static void writeDownNothing(Path before) {
    Path growing = growing(before);
    try {
      Files.write(growing, new byte[0]);
    } catch (IOException e) {
      throw notWritten(e);
    }
    complete(growing, before);
  }

  private static void writeDown(Handle h, Path before) {
    Path growing = growing(before);
    h.createQuery("script to '" + growing.toString().replace("'", "''") + "'")
        .mapToMap()
        .forEach(statement -> {});
    complete(growing, before);
  }

  private static Path growing(Path before) {
    return before.resolveSibling(before.getFileName() + ".part");
  }

  /** The file is there only if it is whole. */
  private static void complete(Path growing, Path before) {
    try {
      try (FileChannel written = FileChannel.open(growing, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      Files.move(growing, before, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw notWritten(e);
    }
  }

  private static UncheckedIOException notWritten(IOException e) {
    return new UncheckedIOException("the database could not be written down before an upgrade", e);
  }

  private static void delete(Path before) {
    try {
      Files.deleteIfExists(before);
    } catch (IOException e) {
      throw new UncheckedIOException(before + " must go: at the next start it would be taken", e);
    }
  }
}
