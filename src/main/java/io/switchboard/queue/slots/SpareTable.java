package io.switchboard.queue.slots;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Calls to accounts that no request makes. All that adds one needs the queue's clock. */
public final class SpareTable {
  private SpareTable() {}

  /** How many are made on an account now. */
  public static int running(Handle h, String account, Instant now) {
    return h.createQuery(
            "select count(*) from spare_call where account = :account and lease_until > :now")
        .bind("account", account)
        .bind("now", now)
        .mapTo(int.class)
        .one();
  }

  /** One begins; what processes that died have left goes. */
  public static void begin(Handle h, String id, String account, Instant now, Instant until) {
    h.createUpdate("delete from spare_call where lease_until <= :now").bind("now", now).execute();
    h.createUpdate(
            "insert into spare_call (id, account, lease_until) values (:id, :account, :until)")
        .bind("id", id)
        .bind("account", account)
        .bind("until", until)
        .execute();
  }

  /** It goes on; false if it was thought to be over. */
  public static boolean renew(Handle h, String id, Instant until) {
    return h.createUpdate("update spare_call set lease_until = :until where id = :id")
            .bind("until", until)
            .bind("id", id)
            .execute()
        == 1;
  }

  /** It is over. */
  public static void end(Handle h, String id) {
    h.createUpdate("delete from spare_call where id = :id").bind("id", id).execute();
  }

  /** Nobody makes any. */
  public static void endAll(Handle h) {
    h.createUpdate("delete from spare_call").execute();
  }
}
