package io.switchboard.conversation.kept;

import io.switchboard.chat.Attachment;
import io.switchboard.chat.MessageId;
import io.switchboard.conversation.ConversationId;
import io.switchboard.conversation.Turn;
import io.switchboard.conversation.TurnId;
import io.switchboard.member.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The rows of turns, and of the messages that show them. */
public final class TurnTable {
  private static final String TURN =
      "select t.id, t.parent_id, t.question, t.answer, t.complete, t.asked_at from turn t ";

  private static final String TURN_AND_REQUEST =
      "select t.id, t.parent_id, t.question, t.answer, t.complete, t.asked_at, t.request_id from"
          + " turn t ";

  private TurnTable() {}

  /** What a new turn starts with. */
  public record Asked(
      ConversationId conversation,
      @Nullable Long parent,
      @Nullable Long variantOf,
      String question,
      String attachments,
      @Nullable MessageId askedBy) {}

  /** A turn's place among its variants. */
  public record Retried(@Nullable Long parent, long first, String question, String attachments) {}

  public static Optional<Turn> ofRequest(Handle h, long request) {
    return h.createQuery(TURN + "where t.request_id = :request")
        .bind("request", request)
        .map(TurnTable::turn)
        .findOne();
  }

  public static Turn insert(
      Handle h, long request, Asked asked, @Nullable MemberId author, Instant now) {
    long id =
        h.createUpdate(
                "insert into turn (conversation_id, parent_id, variant_of, request_id, question,"
                    + " attachments, answer, complete, asked_at, author_id, asked_by) values"
                    + " (:conversation, :parent, :variant, :request, :question, :attachments, '',"
                    + " false, :now, coalesce((select m.merged_into from member m where m.id ="
                    + " cast(:author as bigint)), cast(:author as bigint), (select c.member_id"
                    + " from conversation c where c.id = :conversation)), :message)")
            .bind("conversation", asked.conversation().value())
            .bind("parent", asked.parent())
            .bind("variant", asked.variantOf())
            .bind("request", request)
            .bind("question", storable(asked.question()))
            .bind("attachments", asked.attachments())
            .bind("now", now)
            .bind("author", author == null ? null : author.value())
            .bind("message", asked.askedBy() == null ? null : asked.askedBy().value())
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    return h.createQuery(TURN + "where t.id = :id").bind("id", id).map(TurnTable::turn).one();
  }

  public static Optional<Retried> retried(Handle h, TurnId turn, ConversationId conversation) {
    return h.createQuery(
            "select parent_id, coalesce(variant_of, id) as first, question, attachments from turn"
                + " where id = :id and conversation_id = :conversation")
        .bind("id", turn.value())
        .bind("conversation", conversation.value())
        .map(
            (rs, c) ->
                new Retried(
                    rs.getObject("parent_id", Long.class),
                    rs.getLong("first"),
                    rs.getString("question"),
                    rs.getString("attachments")))
        .findOne();
  }

  public static boolean answered(Handle h, TurnId turn, String answer, boolean complete) {
    return h.createUpdate("update turn set answer = :answer, complete = :complete where id = :id")
            .bind("answer", storable(answer))
            .bind("complete", complete)
            .bind("id", turn.value())
            .execute()
        == 1;
  }

  public static Optional<Turn> ofMember(Handle h, TurnId turn, MemberId member) {
    return h.createQuery(
            TURN
                + "join conversation c on c.id = t.conversation_id where t.id = :id and "
                + ConversationTable.THEIRS)
        .bind("id", turn.value())
        .bind("member", member.value())
        .map(TurnTable::turn)
        .findOne();
  }

  public static Optional<ConversationId> conversationOf(Handle h, TurnId turn) {
    return h.createQuery("select conversation_id from turn where id = :id")
        .bind("id", turn.value())
        .mapTo(Long.class)
        .findOne()
        .map(ConversationId::new);
  }

  /** All turns of a conversation, oldest first. */
  public static List<Turn> all(Handle h, ConversationId conversation) {
    return h.createQuery(TURN + "where t.conversation_id = :conversation order by t.id")
        .bind("conversation", conversation.value())
        .map(TurnTable::turn)
        .list();
  }

  public static List<Turn> variants(Handle h, TurnId turn) {
    return h.createQuery(
            TURN
                + "join (select coalesce(variant_of, id) as first from turn where id = :id) f on"
                + " t.id = f.first or t.variant_of = f.first order by t.id")
        .bind("id", turn.value())
        .map(TurnTable::turn)
        .list();
  }

  public static Map<TurnId, List<Attachment>> attachments(Handle h, List<TurnId> turns) {
    return turns.isEmpty()
        ? Map.of()
        : h.createQuery(
                "select id, attachments from turn where id in (<ids>) and attachments <> '[]'")
            .bindList("ids", turns.stream().map(TurnId::value).toList())
            .reduceRows(
                new HashMap<>(),
                (files, row) -> {
                  files.put(
                      new TurnId(row.getColumn("id", Long.class)),
                      QuestionText.readAttachments(row.getColumn("attachments", String.class)));
                  return files;
                });
  }

  public static Optional<Turn> shownBy(Handle h, MessageId message, MemberId member) {
    return h.createQuery(
            TURN
                + "join turn_message m on m.turn_id = t.id join conversation c on c.id ="
                + " t.conversation_id where m.message = :message and "
                + ConversationTable.THEIRS)
        .bind("message", message.value())
        .bind("member", member.value())
        .map(TurnTable::turn)
        .findOne();
  }

  /** The newest turn that a message of this member's asked, with the request it came by. */
  public static Optional<AskedBy> askedBy(Handle h, MessageId message, MemberId author) {
    return h.createQuery(
            TURN_AND_REQUEST
                + "where t.asked_by = :message and t.author_id = :author order by t.id desc fetch"
                + " first 1 rows only")
        .bind("message", message.value())
        .bind("author", author.value())
        .map((rs, c) -> new AskedBy(turn(rs, c), rs.getLong("request_id")))
        .findOne();
  }

  /** A turn, and the number of the request that it came by. */
  public record AskedBy(Turn turn, long request) {}

  /** Who asked, where it is told. */
  public static Map<TurnId, MemberId> authors(Handle h, ConversationId conversation) {
    return h.createQuery(
            "select id, author_id from turn where conversation_id = :conversation and author_id is"
                + " not null")
        .bind("conversation", conversation.value())
        .reduceRows(
            new HashMap<>(),
            (authors, row) -> {
              authors.put(
                  new TurnId(row.getColumn("id", Long.class)),
                  new MemberId(row.getColumn("author_id", Long.class)));
              return authors;
            });
  }

  /** PostgreSQL takes neither NUL nor half a surrogate pair; both can come from a stream. */
  static String storable(String text) {
    String whole = text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    for (int i = 0; i < whole.length(); i++) {
      if (Character.isSurrogate(whole.charAt(i))) {
        return whole
            .codePoints()
            .map(c -> c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
      }
    }
    return whole;
  }

  private static Turn turn(ResultSet rs, StatementContext context) throws SQLException {
    Long parent = rs.getObject("parent_id", Long.class);
    return new Turn(
        new TurnId(rs.getLong("id")),
        parent == null ? null : new TurnId(parent),
        rs.getString("question"),
        rs.getString("answer"),
        rs.getBoolean("complete"),
        rs.getObject("asked_at", OffsetDateTime.class).toInstant());
  }
}
