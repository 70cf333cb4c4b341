package io.switchboard.queue.line;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * The one row that whoever moves requests counts up first. Until the commit nobody else, in any
 * process, moves one: so counts can be trusted, and requests are numbered in the order in which
 * they are let in.
 *
 * @param turn a number that no other transaction has
 * @param lastLeft the member who last had nothing left to claim; null at the beginning
 * @param service how long answers take, on average; null at the beginning
 */
public record QueueClock(long turn, @Nullable Long lastLeft, @Nullable Duration service) {
  /** How much one answer moves the average. */
  private static final double WEIGHT_OF_NEWEST = 0.2;

  /** Waits for the turn and takes it. Locks of limits come before. */
  public static QueueClock take(Handle h) {
    return h.createUpdate("update queue_clock set turn = turn + 1 where id = 1")
        .executeAndReturnGeneratedKeys("turn", "last_left", "service_seconds")
        .map(QueueClock::read)
        .one();
  }

  /** Looks without waiting. */
  public static QueueClock look(Handle h) {
    return h.createQuery("select turn, last_left, service_seconds from queue_clock where id = 1")
        .map(QueueClock::read)
        .one();
  }

  private static QueueClock read(ResultSet row, StatementContext context) throws SQLException {
    double seconds = row.getDouble("service_seconds");
    Duration service = row.wasNull() ? null : Duration.ofMillis(Math.round(seconds * 1000));
    return new QueueClock(row.getLong("turn"), row.getObject("last_left", Long.class), service);
  }

  void left(Handle h, long member) {
    h.createUpdate("update queue_clock set last_left = :member where id = 1")
        .bind("member", member)
        .execute();
  }

  void took(Handle h, Duration newest) {
    double before = service == null ? newest.toMillis() : service.toMillis();
    double average = before + WEIGHT_OF_NEWEST * (newest.toMillis() - before);
    h.createUpdate("update queue_clock set service_seconds = :seconds where id = 1")
        .bind("seconds", average / 1000)
        .execute();
  }
}
