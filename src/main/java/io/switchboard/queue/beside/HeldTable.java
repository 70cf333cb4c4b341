package io.switchboard.queue.beside;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Which process runs a request, and what it is told or tells about it. */
public final class HeldTable {
  private HeldTable() {}

  /** Says that this process still works on all that it runs. */
  public static void renew(Handle h, String holder, Instant until) {
    h.createUpdate(
            "update request set lease_until = :until where state in ('RUNNING', 'DELIVERING') and"
                + " holder = :holder")
        .bind("until", until)
        .bind("holder", holder)
        .execute();
  }

  /** The same for one; false if this process no longer runs it. */
  public static boolean renew(Handle h, long id, String holder, Instant until) {
    return h.createUpdate(
                "update request set lease_until = :until where id = :id and"
                    + " state in ('RUNNING', 'DELIVERING')"
                    + " and holder = :holder")
            .bind("until", until)
            .bind("id", id)
            .bind("holder", holder)
            .execute()
        == 1;
  }

  /** What this process runs, and whether it should stop. */
  public static List<Held> heldBy(Handle h, String holder) {
    return h.createQuery(
            "select id, stop_wanted from request where state in ('RUNNING', 'DELIVERING') and"
                + " holder = :holder")
        .bind("holder", holder)
        .map((row, context) -> new Held(row.getLong("id"), row.getBoolean("stop_wanted")))
        .list();
  }

  /** A request that a process runs. */
  public record Held(long id, boolean stopWanted) {}

  public static void wantStop(Handle h, long id) {
    h.createUpdate("update request set stop_wanted = true where id = :id").bind("id", id).execute();
  }

  public static void failedOnce(Handle h, long id) {
    h.createUpdate("update request set failures = failures + 1 where id = :id")
        .bind("id", id)
        .execute();
  }

  public static void why(Handle h, long id, String why) {
    h.createUpdate("update request set why = :why where id = :id")
        .bind("why", why.length() > 1000 ? why.substring(0, 1000) : why)
        .bind("id", id)
        .execute();
  }

  /** Whether the member asked to stop it; empty if there is no such request. */
  public static Optional<Boolean> stopWanted(Handle h, long id) {
    return h.createQuery("select stop_wanted from request where id = :id")
        .bind("id", id)
        .mapTo(Boolean.class)
        .findOne();
  }
}
