package io.switchboard.queue.line;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What processes, people and messages tell about a request while it waits or runs. None of it moves
 * the request, so none of it needs the queue's clock.
 */
public final class RunningTable {
  private RunningTable() {}

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

  /** A member's that wait or run, oldest first, and where they were asked. */
  public static Map<Long, String> openOf(Handle h, long member) {
    Map<Long, String> open = new LinkedHashMap<>();
    h.createQuery(
            "select id, place from request where member = :member and state in ('READY', 'BEHIND',"
                + " 'CROWDED', 'LATER', 'RUNNING') order by id")
        .bind("member", member)
        .map((row, context) -> open.put(row.getLong("id"), row.getString("place")))
        .list();
    return open;
  }

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

  /** False if the request no longer waits. */
  public static boolean note(Handle h, long id, String note, Instant now) {
    return h.createUpdate(
                "update request set note = :note, note_at = :now where id = :id and"
                    + " state in ('READY', 'BEHIND', 'CROWDED', 'LATER')")
            .bind("note", note)
            .bind("now", now)
            .bind("id", id)
            .execute()
        == 1;
  }

  /** Those that wait and have a note, the oldest note first. */
  public static List<Noted> noted(Handle h, int most) {
    return h.createQuery(
            "select id, member, place, note from request where note_at is not null"
                + " order by note_at limit :most")
        .bind("most", most)
        .map(
            (row, context) ->
                new Noted(
                    row.getLong("id"),
                    row.getLong("member"),
                    row.getString("place"),
                    row.getString("note")))
        .list();
  }

  /** A message that says where a request stands. */
  public record Noted(long request, long member, String place, String note) {}

  public static void shown(Handle h, long id, @Nullable String messages) {
    h.createUpdate("update request set shown = :shown, sending = null where id = :id")
        .bind("shown", messages)
        .bind("id", id)
        .execute();
  }

  public static void sending(Handle h, long id, String bookmark) {
    h.createUpdate("update request set sending = :bookmark where id = :id")
        .bind("bookmark", bookmark)
        .bind("id", id)
        .execute();
  }

  /** The messages, as they are kept, of all that are not over in a place. */
  public static List<String> shownIn(Handle h, String place) {
    return h.createQuery(
            "select shown from request where state in ('READY', 'BEHIND', 'CROWDED', 'LATER',"
                + " 'RUNNING', 'DELIVERING', 'UNDELIVERED') and place = :place and shown is not"
                + " null")
        .bind("place", place)
        .mapTo(String.class)
        .list();
  }

  /** Whether the member asked to stop it; empty if there is no such request. */
  public static Optional<Boolean> stopWanted(Handle h, long id) {
    return h.createQuery("select stop_wanted from request where id = :id")
        .bind("id", id)
        .mapTo(Boolean.class)
        .findOne();
  }
}
