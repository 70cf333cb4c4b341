package io.switchboard.db.backup;

import io.switchboard.db.Database;
import io.switchboard.db.DatabaseSettings;
import io.switchboard.db.DatabaseUnavailable;
import io.switchboard.db.Dialect;
import io.switchboard.db.H2File;
import io.switchboard.db.advice.WhyNot;
import io.switchboard.db.fresh.FreshTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * H2 commits each table that it makes or takes away, so the backup grows in a file of its own. The
 * one that is there is held open meanwhile, so that nobody begins to work on it; then the new one
 * takes its name, which is done or not done.
 */
final class BesideH2 extends Ground {
  private static final String GROWING = ".restoring";

  private final DatabaseSettings settings;
  private final String newest;
  private final Path file;
  private final Path growing;
  private @Nullable Connection there;

  /**
   * Beside that one.
   *
   * @param newest the version of today's tables
   */
  BesideH2(DatabaseSettings settings, String newest) {
    super(beside(settings), Dialect.H2);
    this.settings = settings;
    this.newest = newest;
    this.file =
        WhyNot.file(settings.url())
            .orElseThrow(
                () ->
                    new BackupTrouble(
                        "database.url names no file of H2's into which a backup could go: name"
                            + " one, as in jdbc:h2:file:./data/switchboard, or a PostgreSQL"));
    this.growing = WhyNot.file(site.url()).orElseThrow();
  }

  private static DatabaseSettings beside(DatabaseSettings settings) {
    // A path has no semicolon; after the first, there are settings.
    String url =
        settings
            .url()
            .replaceFirst("^[^;]*", "$0" + GROWING)
            .replaceFirst("(?i);(IFEXISTS|WRITE_DELAY)=[^;]*", "");
    // Until it is whole, nothing of it need be on the disk.
    return new DatabaseSettings(
        url + ";WRITE_DELAY=1000", settings.user(), settings.password(), settings.connections(), 0);
  }

  @Override
  void open(boolean replace) throws SQLException {
    H2File.prepareFolder(settings);
    if (Files.exists(file)) {
      there = Connecting.toExisting(settings, Dialect.H2);
      Tables tables = new Tables(there, Dialect.H2);
      mayGo(tables, replace);
    }
    clear();
  }

  @Override
  void migrate(String version) throws SQLException {
    // Held, or the file would be closed and opened for each of Flyway's.
    Connection held = connection();
    if (version.equals(newest)) {
      FreshTables.makeIn(Jdbi.open(held));
    }
    boolean named = !settings.user().isEmpty();
    Flyway.configure()
        .dataSource(
            Dialect.H2.complete(site.url()),
            named ? settings.user() : null,
            named ? settings.password().reveal() : null)
        .locations("classpath:migrations")
        .target(version)
        .load()
        .migrate();
  }

  @Override
  void upgrade() throws SQLException {
    connection().commit();
    connection().close();
    try (Database upgraded = Database.open(site)) {
      upgraded.awaitDurable();
    } catch (DatabaseUnavailable e) {
      throw new BackupTrouble("the backup cannot be upgraded, and nothing was changed: " + e, e);
    }
    try {
      H2File.force(growing);
    } catch (IOException e) {
      throw new BackupTrouble(growing + " cannot be written: " + e.getMessage(), e);
    }
  }

  @Override
  void take() {
    try {
      try {
        move();
      } catch (IOException held) {
        // Windows lets nobody take the place of a file that is open.
        closeQuietly(there);
        move();
      }
      // What was written down before an upgrade that did not end would be taken back else.
      H2File.forgetUpgrade(file);
      H2File.force(file.resolveSibling("."));
    } catch (IOException e) {
      throw new BackupTrouble(
          "the backup could not take the place of %s, which is as it was: %s".formatted(file, e),
          e);
    }
  }

  private void move() throws IOException {
    Files.move(growing, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() {
    super.close();
    closeQuietly(there);
    try {
      clear();
    } catch (BackupTrouble left) {
      // The next restore takes it away.
    }
  }

  private void clear() {
    try {
      Files.deleteIfExists(growing);
      H2File.forgetUpgrade(growing);
    } catch (IOException e) {
      throw new BackupTrouble(growing + " of a restore before cannot be taken away: " + e, e);
    }
  }
}
