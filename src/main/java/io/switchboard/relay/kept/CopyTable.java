package io.switchboard.relay.kept;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;
import io.switchboard.conversation.TurnId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The rows of copies, and of messages that are gone. */
public final class CopyTable {
  /** The question in words. */
  public static final String QUESTION = "QUESTION";

  /** Its whole answer. */
  public static final String ANSWER = "ANSWER";

  /** Begins the name of a file's copy. */
  public static final String FILE = "FILE ";

  private static final String SELECT =
      "select turn_id, place, what, source, messages, sending, done from relay_copy ";

  private CopyTable() {}

  /**
   * Something of a turn in a place.
   *
   * @param source the message that asked; null if it is not known
   * @param messages those that show it, in their order
   * @param sending where another is to be looked for that was perhaps sent; null for nowhere
   */
  public record Copy(
      TurnId turn,
      PlaceId place,
      String what,
      @Nullable MessageId source,
      List<MessageId> messages,
      @Nullable String sending,
      boolean done) {
    /** One of which nothing is there yet. */
    public static Copy begun(TurnId turn, PlaceId place, String what, @Nullable MessageId source) {
      return new Copy(turn, place, what, source, List.of(), null, false);
    }

    /** The same with these messages. */
    public Copy shownBy(List<MessageId> now, boolean whole) {
      return new Copy(turn, place, what, source, List.copyOf(now), null, whole);
    }
  }

  public static List<Copy> of(Handle h, List<Long> turns, PlaceId place) {
    return turns.isEmpty()
        ? List.of()
        : h.createQuery(SELECT + "where place = :place and turn_id in (<turns>)")
            .bind("place", place.value())
            .bindList("turns", turns)
            .map(CopyTable::read)
            .list();
  }

  /** The question that this message asked before it was edited, as it is shown in a place. */
  public static Optional<Copy> ofSource(Handle h, MessageId source, PlaceId place) {
    return h.createQuery(
            SELECT
                + "where source = :source and place = :place and what = 'QUESTION' and messages <>"
                + " '' order by turn_id desc fetch first 1 rows only")
        .bind("source", source.value())
        .bind("place", place.value())
        .map(CopyTable::read)
        .findOne();
  }

  public static void keep(Handle h, Copy copy) {
    int changed =
        h.createUpdate(
                "update relay_copy set messages = :messages, sending = :sending, done = :done where"
                    + " turn_id = :turn and place = :place and what = :what")
            .bind("messages", lines(copy.messages()))
            .bind("sending", copy.sending())
            .bind("done", copy.done())
            .bind("turn", copy.turn().value())
            .bind("place", copy.place().value())
            .bind("what", copy.what())
            .execute();
    if (changed == 0) {
      insert(h, copy);
    }
    if (copy.what().equals(ANSWER)) {
      keepAnswers(h, copy);
    }
  }

  /** Nothing happens if the turn was deleted meanwhile. */
  private static void insert(Handle h, Copy copy) {
    h.createUpdate(
            "insert into relay_copy (turn_id, place, what, source, messages, sending, done) select"
                + " t.id, :place, :what, :source, :messages, :sending, :done from turn t where t.id"
                + " = :turn")
        .bind("turn", copy.turn().value())
        .bind("place", copy.place().value())
        .bind("what", copy.what())
        .bind("source", copy.source() == null ? null : copy.source().value())
        .bind("messages", lines(copy.messages()))
        .bind("sending", copy.sending())
        .bind("done", copy.done())
        .execute();
  }

  /** The turn whose answer a message shows elsewhere. */
  public static Optional<TurnId> answerIn(Handle h, MessageId message) {
    return h.createQuery("select turn_id from relay_answer where message = :message")
        .bind("message", message.value())
        .mapTo(Long.class)
        .findOne()
        .map(TurnId::new);
  }

  /** Whether a message in a place shows something of a turn, from here or from elsewhere. */
  public static boolean shows(Handle h, PlaceId place, MessageId message) {
    return answerIn(h, message).isPresent()
        || h.createQuery("select count(*) from turn_message where message = :message")
                .bind("message", message.value())
                .mapTo(int.class)
                .one()
            > 0
        || h
            .createQuery(SELECT + "where place = :place and messages like :message escape '!'")
            .bind("place", place.value())
            .bind("message", "%" + message.value().replaceAll("[!%_]", "!$0") + "%")
            .map(CopyTable::read)
            .stream()
            .anyMatch(copy -> copy.messages().contains(message));
  }

  private static void keepAnswers(Handle h, Copy copy) {
    for (MessageId message : copy.messages()) {
      h.createUpdate("delete from relay_answer where message = :message")
          .bind("message", message.value())
          .execute();
      h.createUpdate(
              "insert into relay_answer (message, turn_id) select :message, t.id from turn t where"
                  + " t.id = :turn")
          .bind("message", message.value())
          .bind("turn", copy.turn().value())
          .execute();
    }
  }

  /**
   * Whether it may still be shown there: whoever asked may have been forgotten since it was read,
   * and the places may be linked no longer.
   */
  public static boolean isWanted(Handle h, Copy copy) {
    return h.createQuery(
                "select count(*) from turn t join conversation c on c.id = t.conversation_id join"
                    + " relay_place p on p.home = c.home where t.id = :turn and t.author_id is not"
                    + " null and p.place = :place")
            .bind("turn", copy.turn().value())
            .bind("place", copy.place().value())
            .mapTo(int.class)
            .one()
        > 0;
  }

  /** Keeps it, if it {@link #isWanted}; whoever is being forgotten meanwhile is waited for. */
  public static boolean keepIfWanted(Handle h, Copy copy) {
    h.createQuery("select id from turn where id = :turn for update")
        .bind("turn", copy.turn().value())
        .mapTo(Long.class)
        .findOne();
    boolean wanted = isWanted(h, copy);
    if (wanted) {
      keep(h, copy);
    }
    return wanted;
  }

  /** A message is gone where it was said. */
  public static void gone(Handle h, MessageId message, Instant now) {
    h.createUpdate("delete from relay_gone where message = :message")
        .bind("message", message.value())
        .execute();
    h.createUpdate("insert into relay_gone (message, at) values (:message, :now)")
        .bind("message", message.value())
        .bind("now", now)
        .execute();
  }

  /** Whether that message is gone. */
  public static boolean isGone(Handle h, MessageId message) {
    return h.createQuery("select message from relay_gone where message = :message")
        .bind("message", message.value())
        .mapTo(String.class)
        .findOne()
        .isPresent();
  }

  /** Copies in a place of what is gone since that time or longer. */
  public static List<Copy> toTakeAway(Handle h, PlaceId place, Instant before) {
    return h.createQuery(
            SELECT
                + "where place = :place and messages <> '' and ((what <> 'ANSWER' and source in"
                + " (select g.message from relay_gone g where g.at <= :before)) or (what = 'ANSWER'"
                + " and turn_id in (select m.turn_id from turn_message m join relay_gone g on"
                + " g.message = m.message where g.at <= :before))) order by turn_id, what")
        .bind("place", place.value())
        .bind("before", before)
        .map(CopyTable::read)
        .list();
  }

  public static void forgetGone(Handle h, Instant before) {
    h.createUpdate("delete from relay_gone where at < :before").bind("before", before).execute();
  }

  private static Copy read(ResultSet rs, StatementContext context) throws SQLException {
    String source = rs.getString("source");
    return new Copy(
        new TurnId(rs.getLong("turn_id")),
        new PlaceId(rs.getString("place")),
        rs.getString("what"),
        source == null ? null : new MessageId(source),
        rs.getString("messages").lines().map(MessageId::new).toList(),
        rs.getString("sending"),
        rs.getBoolean("done"));
  }

  private static String lines(List<MessageId> messages) {
    return String.join("\n", messages.stream().map(MessageId::value).toList());
  }
}
