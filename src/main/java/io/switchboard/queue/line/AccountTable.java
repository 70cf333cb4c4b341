package io.switchboard.queue.line;

import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** What the accounts can take together, for saying when a request will start. */
public final class AccountTable {
  /** An account that nobody has claimed for so long is out of use. */
  private static final Duration FORGOTTEN = Duration.ofMinutes(5);

  private AccountTable() {}

  /** Whether this is known already, and lately enough. */
  public static boolean knows(Handle h, String account, int concurrency, Instant now) {
    return h.createQuery(
            "select name from queue_account where name = :name and concurrency = :concurrency"
                + " and seen_at > :since")
        .bind("name", account)
        .bind("concurrency", concurrency)
        .bind("since", now.minus(FORGOTTEN.dividedBy(5)))
        .mapTo(String.class)
        .findOne()
        .isPresent();
  }

  /** Keeps what an account can take. Needs the queue's clock. */
  public static void seen(Handle h, String account, int concurrency, Instant now) {
    int known =
        h.createUpdate(
                "update queue_account set concurrency = :concurrency, seen_at = :now"
                    + " where name = :name")
            .bind("concurrency", concurrency)
            .bind("now", now)
            .bind("name", account)
            .execute();
    if (known == 0) {
      h.createUpdate(
              "insert into queue_account (name, concurrency, seen_at)"
                  + " values (:name, :concurrency, :now)")
          .bind("name", account)
          .bind("concurrency", concurrency)
          .bind("now", now)
          .execute();
    }
  }

  /** How many answers can run at once; 0 while nobody claims. */
  public static int slots(Handle h, Instant now) {
    return h.createQuery(
            "select coalesce(sum(concurrency), 0) from queue_account where seen_at > :since")
        .bind("since", now.minus(FORGOTTEN))
        .mapTo(int.class)
        .one();
  }
}
