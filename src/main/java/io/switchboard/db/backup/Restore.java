package io.switchboard.db.backup;

import io.switchboard.db.DatabaseSettings;
import io.switchboard.db.Dialect;
import io.switchboard.db.advice.WhyNot;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Puts a backup into a database: first the tables as they were in the version that it was made
 * with, then the rows, then the upgrade to what this program needs. All of that is done beside what
 * is there, which goes only when the last of it is done: whatever is wrong, and whenever it is
 * killed, what was there before is there still.
 */
public final class Restore {
  private final DatabaseSettings settings;

  public Restore(DatabaseSettings settings) {
    this.settings = settings;
  }

  /**
   * A backup that stands ready beside what is there.
   *
   * @see Restore#prepare
   */
  public static final class Ready implements AutoCloseable {
    private final BackupFile.Content content;
    private final Ground ground;

    private Ready(BackupFile.Content content, Ground ground) {
      this.content = content;
      this.ground = ground;
    }

    /** What was in the file. */
    public BackupFile.Content content() {
      return content;
    }

    /**
     * Puts it in the place of what is there, at one instant.
     *
     * @throws BackupTrouble if that cannot be done
     */
    public void take() {
      ground.take();
    }

    /** What was not taken is gone, and what was there is as it was. */
    @Override
    public void close() {
      ground.close();
    }
  }

  /**
   * Prepares and takes.
   *
   * @param replace whether what is in the database may go
   * @throws BackupTrouble if anything is wrong with the file, or the database is in use or not
   *     empty; then nothing was changed
   */
  public BackupFile.Content from(BackupFile file, boolean replace) {
    try (Ready ready = prepare(file, replace)) {
      ready.take();
      return ready.content();
    }
  }

  /** Does all that can fail; what is there is not changed before it is taken. */
  public Ready prepare(BackupFile file, boolean replace) {
    BackupFile.Content content = file.verify();
    List<String> known = known();
    knows(known, content, file);
    Ground ground =
        switch (Dialect.of(settings.url())) {
          case H2 -> new BesideH2(settings, known.getLast());
          case POSTGRESQL -> new OneTransaction(settings);
        };
    boolean done = false;
    try {
      ground.open(replace);
      ground.migrate(content.schema());
      ground.load(file, content);
      ground.upgrade();
      done = true;
      return new Ready(content, ground);
    } catch (SQLException e) {
      throw new BackupTrouble(WhyNot.of(e, settings.url()), e);
    } catch (FlywayException e) {
      throw new BackupTrouble(
          "the tables cannot be made, and nothing was changed: " + WhyNot.of(e, settings.url()), e);
    } finally {
      if (!done) {
        ground.close();
      }
    }
  }

  /** The versions that there were, oldest first. */
  private static List<String> known() {
    MigrationInfo[] all =
        Flyway.configure()
            .locations("classpath:migrations")
            .dataSource("jdbc:h2:mem:", null, null)
            .load()
            .info()
            .all();
    return Arrays.stream(all).map(MigrationInfo::getVersion).map(Objects::toString).toList();
  }

  private static void knows(List<String> known, BackupFile.Content content, BackupFile file) {
    if (History.compare(content.schema(), known.getLast()) > 0) {
      throw new BackupTrouble(
          "the backup was made by a newer Switchboard (schema %s, this one knows %s): take that one"
              .formatted(content.schema(), known.getLast()));
    }
    if (!known.contains(content.schema())) {
      throw new BackupTrouble(
          "%s is damaged: there never were tables of its version, %s"
              .formatted(file, content.schema()));
    }
  }
}
