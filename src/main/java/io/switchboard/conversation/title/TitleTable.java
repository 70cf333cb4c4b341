package io.switchboard.conversation.title;

import io.switchboard.conversation.TurnId;
import io.switchboard.conversation.title.DueTitles.Untitled;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What the rows of conversations say of titles that are still to be made. */
public final class TitleTable {
  private TitleTable() {}

  /** A conversation that may be given a title, with its first whole answer. */
  record Due(long conversation, Instant due, int tries, String question, String answer) {}

  /** The first question was asked: once there is an answer, a title may be made. */
  public static void wanted(Handle h, long conversation) {
    h.createUpdate("update conversation set title_tries = 0 where id = :id")
        .bind("id", conversation)
        .execute();
  }

  /** There is a whole answer. */
  public static void answered(Handle h, TurnId turn, Instant due) {
    h.createUpdate(
            "update conversation set title_due = :due where id = (select conversation_id from turn"
                + " where id = :turn) and title_tries = 0 and title_due is null")
        .bind("due", due)
        .bind("turn", turn.value())
        .execute();
  }

  static Optional<Due> due(Handle h, Instant now) {
    return h.createQuery(
            "select c.id, c.title_due, c.title_tries, t.question, t.answer from conversation c join"
                + " turn t on t.id = (select min(f.id) from turn f where f.conversation_id = c.id"
                + " and f.complete = true and f.answer <> '') where c.title_due <= :now and"
                + " c.title_tries is not null order by c.title_due fetch first 1 rows only")
        .bind("now", now)
        .map(
            (rs, c) ->
                new Due(
                    rs.getLong("id"),
                    rs.getObject("title_due", OffsetDateTime.class).toInstant(),
                    rs.getInt("title_tries"),
                    rs.getString("question"),
                    rs.getString("answer")))
        .findOne();
  }

  static boolean take(Handle h, Due due, Instant until) {
    return h.createUpdate(
                "update conversation set title_due = :until, title_tries = :tries where id = :id"
                    + " and title_due = :due and title_tries = :before")
            .bind("until", until)
            .bind("tries", due.tries() + 1)
            .bind("id", due.conversation())
            .bind("due", due.due())
            .bind("before", due.tries())
            .execute()
        == 1;
  }

  static boolean keep(Handle h, Untitled untitled, String title) {
    return h.createUpdate(
                "update conversation set title = :title, title_due = null, title_tries = null"
                    + " where id = :id and title_due = :until")
            .bind("title", title)
            .bind("id", untitled.conversation().value())
            .bind("until", untitled.until())
            .execute()
        == 1;
  }

  static void again(Handle h, Untitled untitled, int tries, Instant due) {
    h.createUpdate(
            "update conversation set title_due = :due, title_tries = :tries where id = :id and"
                + " title_due = :until")
        .bind("due", due)
        .bind("tries", tries)
        .bind("id", untitled.conversation().value())
        .bind("until", untitled.until())
        .execute();
  }

  static void never(Handle h, Untitled untitled) {
    h.createUpdate(
            "update conversation set title_due = null, title_tries = null where id = :id and"
                + " title_due = :until")
        .bind("id", untitled.conversation().value())
        .bind("until", untitled.until())
        .execute();
  }
}
