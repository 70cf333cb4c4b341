package io.switchboard.queue.beside;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The messages in chats that belong to a request: where it stands, and its answer as it grows. */
public final class InChatTable {
  private InChatTable() {}

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

  /** False if that attempt is over. */
  public static boolean shown(Handle h, long id, int attempt, @Nullable String messages) {
    return h.createUpdate(
                "update request set shown = :shown, sending = null where id = :id and"
                    + " attempt = :attempt")
            .bind("shown", messages)
            .bind("id", id)
            .bind("attempt", attempt)
            .execute()
        == 1;
  }

  /** Whether that attempt is the last one. */
  public static boolean at(Handle h, long id, int attempt) {
    return h.createQuery("select count(*) from request where id = :id and attempt = :attempt")
            .bind("id", id)
            .bind("attempt", attempt)
            .mapTo(Integer.class)
            .one()
        == 1;
  }

  /** False if that attempt is over. */
  public static boolean sending(Handle h, long id, int attempt, String bookmark) {
    return h.createUpdate(
                "update request set sending = :bookmark where id = :id and attempt = :attempt")
            .bind("bookmark", bookmark)
            .bind("id", id)
            .bind("attempt", attempt)
            .execute()
        == 1;
  }

  /** The newest. */
  public static List<Lately> lately(Handle h, int most) {
    return h.createQuery(
            "select place, reply_handle, shown from request order by id desc limit :most")
        .bind("most", most)
        .map(
            (row, context) ->
                new Lately(
                    row.getString("place"), row.getString("reply_handle"), row.getString("shown")))
        .list();
  }

  /** Where one was asked, and the messages that show its answer, as they are kept. */
  public record Lately(String place, String replyHandle, @Nullable String shown) {}

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
}
