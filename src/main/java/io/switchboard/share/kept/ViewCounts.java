package io.switchboard.share.kept;

import io.switchboard.db.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts views in memory and writes them together, so that a page that is read often costs no
 * transaction a view. A crash loses the last seconds' views, which is a fair price.
 */
public final class ViewCounts {
  private static final Duration EVERY = Duration.ofSeconds(5);

  private final Database database;
  private final Map<Long, Long> pending = new HashMap<>();
  private Instant writtenAt = Instant.EPOCH;

  public ViewCounts(Database database) {
    this.database = database;
  }

  /** Counts one; returns at once. */
  public void count(long share, Instant now) {
    synchronized (pending) {
      pending.merge(share, 1L, Long::sum);
      if (now.isBefore(writtenAt.plus(EVERY))) {
        return;
      }
      writtenAt = now;
    }
    Thread.ofVirtual().name("views").start(this::write);
  }

  /** Writes what is not written yet. */
  public void write() {
    Map<Long, Long> counted;
    synchronized (pending) {
      counted = Map.copyOf(pending);
      pending.clear();
    }
    if (counted.isEmpty()) {
      return;
    }
    try {
      database.useTransaction(
          h ->
              counted.forEach(
                  (share, views) ->
                      h.createUpdate("update share set views = views + :views where id = :id")
                          .bind("views", views)
                          .bind("id", share)
                          .execute()));
    } catch (RuntimeException e) {
      synchronized (pending) {
        counted.forEach((share, views) -> pending.merge(share, views, Long::sum));
      }
      throw e;
    }
  }
}
