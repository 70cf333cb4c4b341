package io.switchboard.pacing;

import io.switchboard.chat.message.Rate;
import io.switchboard.db.Database;
import io.switchboard.db.time.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers over restarts how long a platform wants no calls, where that is long enough to matter.
 */
public final class Pauses {
  private static final Logger log = LoggerFactory.getLogger(Pauses.class);
  private static final Duration SHORT = Duration.ofSeconds(3);

  private final Database database;
  private final InstantSource time;

  public Pauses(Database database, InstantSource time) {
    this.database = database;
    this.time = time;
  }

  /** A rate, and for how long it is to rest. */
  record Pause(Rate rate, Duration left) {}

  /** A platform has asked for a pause. Never fails: the pause is held by this process anyway. */
  void begin(Rate rate, Duration length) {
    if (length.compareTo(SHORT) < 0) {
      return;
    }
    Instant until = time.instant().plus(length);
    try {
      database.useTransaction(
          h -> {
            h.createUpdate("delete from send_pause where bucket = :bucket and per_ms = :per")
                .bind("bucket", rate.bucket())
                .bind("per", rate.per().toMillis())
                .execute();
            h.createUpdate(
                    "insert into send_pause (bucket, per_ms, until_at, length_ms) values (:bucket,"
                        + " :per, :until, :length)")
                .bind("bucket", rate.bucket())
                .bind("per", rate.per().toMillis())
                .bind("until", until)
                .bind("length", length.toMillis())
                .execute();
          });
    } catch (RuntimeException e) {
      log.warn("a pause of {} for {} is not kept over a restart", length, rate.bucket(), e);
    }
  }

  /**
   * Those that are not over yet; the others are forgotten. Of none there is more left than it was
   * long, though the clock was set back by a day.
   */
  List<Pause> left() {
    Instant now = time.instant();
    database.useTransaction(
        h ->
            h.createUpdate("delete from send_pause where until_at <= :now")
                .bind("now", now)
                .execute());
    return database.read(
        h ->
            h.createQuery("select bucket, per_ms, until_at, length_ms from send_pause")
                .map(
                    (row, context) ->
                        new Pause(
                            new Rate(
                                row.getString("bucket"),
                                1,
                                Duration.ofMillis(row.getLong("per_ms"))),
                            left(row, now)))
                .list());
  }

  private static Duration left(ResultSet row, Instant now) throws SQLException {
    Duration left = Duration.between(now, Times.at(row, "until_at"));
    Long length = row.getObject("length_ms", Long.class);
    return length != null && left.toMillis() > length ? Duration.ofMillis(length) : left;
  }
}
