package io.switchboard.queue.seen;

import io.switchboard.db.Database;
import java.time.Duration;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * Remembers what was done, over restarts and for all processes. It is noted when an event's work is
 * in the database: a crash before that has it done again, which commands bear; a crash after it
 * loses no more than the reply.
 */
public final class SeenEvents {
  /** Longer than any platform keeps what it could not deliver: Telegram does for 24 hours. */
  private static final Duration KEPT = Duration.ofDays(3);

  private final Database database;
  private final InstantSource time;

  public SeenEvents(Database database, InstantSource time) {
    this.database = database;
    this.time = time;
  }

  /**
   * Whether the event was done.
   *
   * @param key the same for every delivery of the same event, at most 300 characters
   */
  public boolean isDone(String key) {
    // Whoever is told so will not deliver it again: it has to be on disk, too.
    return database.read(h -> isDone(h, key)) && database.inTransaction(h -> isDone(h, key));
  }

  private static boolean isDone(Handle h, String key) {
    return h.createQuery("select count(*) from event_done where event_key = :key")
            .bind("key", key)
            .mapTo(int.class)
            .one()
        > 0;
  }

  /** It was done, now or before. */
  public void done(String key) {
    try {
      database.useTransaction(
          h ->
              h.createUpdate("insert into event_done (event_key, done_at) values (:key, :now)")
                  .bind("key", key)
                  .bind("now", time.instant())
                  .execute());
    } catch (UnableToExecuteStatementException e) {
      if (!isDone(key)) {
        throw e;
      }
    }
  }

  /** Forgets what no platform delivers any more; to be called now and then. */
  public void sweep() {
    database.useTransaction(
        h ->
            h.createUpdate("delete from event_done where done_at < :old")
                .bind("old", time.instant().minus(KEPT))
                .execute());
  }
}
