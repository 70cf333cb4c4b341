package io.switchboard.relay.kept;

import io.switchboard.chat.Attachment;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;
import io.switchboard.conversation.TurnId;
import io.switchboard.conversation.kept.QuestionText;
import io.switchboard.member.MemberId;
import io.switchboard.relay.LinkedPlace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * A turn that was asked in one of the linked places, for another of them.
 *
 * @param from where it was asked
 * @param askedBy the message that asked; null if it was a command or a button
 * @param again whether only another answer was asked for
 * @param answer in Markdown; empty until it is whole
 * @param over whether nothing more comes of it
 */
public record ToCarry(
    TurnId turn,
    PlaceId from,
    MemberId author,
    @Nullable MessageId askedBy,
    boolean again,
    String question,
    List<Attachment> files,
    String answer,
    boolean over,
    Instant askedAt) {
  private static final int AT_ONCE = 100;

  /** What a place may lack, oldest first. */
  public static List<ToCarry> to(Handle h, LinkedPlace place) {
    return h.createQuery(
            "select t.id, t.question, t.answer, t.complete, t.attachments, t.variant_of,"
                + " t.asked_by, t.author_id, t.asked_at, r.place, r.state from turn t join"
                + " conversation c on c.id = t.conversation_id join request r on r.id ="
                + " t.request_id where c.home = :home and t.id > :carried and t.author_id is not"
                + " null and r.place <> :place and r.place in (select p.place from relay_place p"
                + " where p.home = :home) order by t.id limit :most")
        .bind("home", place.home())
        .bind("carried", place.carried())
        .bind("place", place.place().value())
        .bind("most", AT_ONCE)
        .map(ToCarry::read)
        .list();
  }

  private static ToCarry read(ResultSet rs, StatementContext context) throws SQLException {
    boolean complete = rs.getBoolean("complete");
    String askedBy = rs.getString("asked_by");
    return new ToCarry(
        new TurnId(rs.getLong("id")),
        new PlaceId(rs.getString("place")),
        new MemberId(rs.getLong("author_id")),
        askedBy == null ? null : new MessageId(askedBy),
        rs.getObject("variant_of") != null,
        rs.getString("question"),
        QuestionText.readAttachments(rs.getString("attachments")),
        complete ? rs.getString("answer") : "",
        complete || List.of("DONE", "FAILED", "CANCELLED").contains(rs.getString("state")),
        rs.getObject("asked_at", OffsetDateTime.class).toInstant());
  }
}
