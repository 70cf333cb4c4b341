package io.switchboard.conversation.kept;

import io.switchboard.conversation.ConversationId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Whole rows of turns, for conversations that are taken out and put in. */
public final class CopyTable {
  private CopyTable() {}

  /**
   * A row.
   *
   * @param author 0 if it is not known
   */
  public record Row(
      long id,
      @Nullable Long parent,
      @Nullable Long variantOf,
      String question,
      String attachments,
      String answer,
      boolean complete,
      Instant askedAt,
      long author) {}

  /** All of a conversation, in the order in which they were asked. */
  public static List<Row> all(Handle h, ConversationId conversation) {
    return h.createQuery(
            "select id, parent_id, variant_of, question, attachments, answer, complete, asked_at,"
                + " author_id from turn where conversation_id = :conversation order by id")
        .bind("conversation", conversation.value())
        .map(
            (rs, c) ->
                new Row(
                    rs.getLong("id"),
                    rs.getObject("parent_id", Long.class),
                    rs.getObject("variant_of", Long.class),
                    rs.getString("question"),
                    rs.getString("attachments"),
                    rs.getString("answer"),
                    rs.getBoolean("complete"),
                    rs.getObject("asked_at", OffsetDateTime.class).toInstant(),
                    rs.getLong("author_id")))
        .list();
  }

  /** Adds one, whose own id does not count; its id. */
  public static long insert(Handle h, ConversationId conversation, Row row) {
    return h.createUpdate(
            "insert into turn (conversation_id, parent_id, variant_of, question, attachments,"
                + " answer, complete, asked_at, author_id) values (:conversation, :parent,"
                + " :variant, :question, :attachments, :answer, :complete, :at, :author)")
        .bind("conversation", conversation.value())
        .bind("parent", row.parent())
        .bind("variant", row.variantOf())
        .bind("question", TurnTable.storable(row.question()))
        .bind("attachments", TurnTable.storable(row.attachments()))
        .bind("answer", TurnTable.storable(row.answer()))
        .bind("complete", row.complete())
        .bind("at", row.askedAt())
        .bind("author", row.author())
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Long.class)
        .one();
  }
}
