package io.switchboard.db.shared;

import io.switchboard.db.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.Handle;

/**
 * The time that all processes on one database agree on, for whatever one writes and another
 * compares.
 */
@FunctionalInterface
public interface SharedTime {
  Instant now(Handle h);

  /**
   * The database's own clock where several processes may use it; where the database is one
   * process's alone, that process's clock is as good.
   */
  static SharedTime of(Database database, InstantSource own) {
    return switch (database.dialect()) {
      case H2 -> h -> own.instant();
      // Not current_timestamp, which is when the transaction began: it may have waited since.
      case POSTGRESQL ->
          h ->
              h.createQuery("select clock_timestamp()")
                  .mapTo(OffsetDateTime.class)
                  .one()
                  .toInstant();
    };
  }
}
