package io.switchboard.conversation.kept;

import io.switchboard.chat.PlaceId;
import io.switchboard.conversation.ConversationId;
import io.switchboard.conversation.ConversationSummary;
import io.switchboard.conversation.TurnId;
import io.switchboard.member.MemberId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of conversations, and of who is in which one. */
public final class ConversationTable {
  /** Whether a member may read the conversation {@code c}, and go on with it. */
  public static final String THEIRS =
      "(c.member_id = :member or (c.home is not null and exists (select 1 from"
          + " conversation_home_member w where w.home = c.home and w.member_id = :member)))";

  private ConversationTable() {}

  /** What {@link #lock} found. */
  public record Locked(@Nullable Long head, String title) {}

  public static Optional<ConversationId> current(Handle h, MemberId member, PlaceId place) {
    return h.createQuery(
            "select conversation_id from current_conversation where member_id = :member and place ="
                + " :place")
        .bind("member", member.value())
        .bind("place", place.value())
        .mapTo(Long.class)
        .findOne()
        .map(ConversationId::new);
  }

  /**
   * A new one, with nothing in it.
   *
   * @param home where it is everybody's; null for one of the member's own
   */
  public static ConversationId insert(
      Handle h, MemberId member, @Nullable String home, Instant now) {
    return new ConversationId(
        h.createUpdate(
                "insert into conversation (member_id, home, title, created_at, used_at) values"
                    + " (:member, :home, '', :now, :now)")
            .bind("member", member.value())
            .bind("home", home)
            .bind("now", now)
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one());
  }

  /** Puts a member into a conversation. Two at once: one of them gets an exception. */
  public static void enter(Handle h, MemberId member, PlaceId place, ConversationId conversation) {
    int changed =
        h.createUpdate(
                "update current_conversation set conversation_id = :conversation where member_id ="
                    + " :member and place = :place")
            .bind("conversation", conversation.value())
            .bind("member", member.value())
            .bind("place", place.value())
            .execute();
    if (changed == 0) {
      enterFirst(h, member, place, conversation);
    }
  }

  /** Puts a member into a conversation who was in none here; throws if they are in one already. */
  public static void enterFirst(
      Handle h, MemberId member, PlaceId place, ConversationId conversation) {
    h.createUpdate(
            "insert into current_conversation (member_id, place, conversation_id) values (:member,"
                + " :place, :conversation)")
        .bind("member", member.value())
        .bind("place", place.value())
        .bind("conversation", conversation.value())
        .execute();
  }

  /** Holds the conversation's row until the transaction ends. */
  public static Optional<Locked> lock(Handle h, ConversationId conversation) {
    return h.createQuery("select head_turn_id, title from conversation where id = :id for update")
        .bind("id", conversation.value())
        .map((rs, c) -> new Locked(rs.getObject("head_turn_id", Long.class), rs.getString("title")))
        .findOne();
  }

  public static Optional<TurnId> head(Handle h, ConversationId conversation, MemberId member) {
    return h.createQuery(
            "select c.head_turn_id from conversation c where c.id = :id and c.head_turn_id is not"
                + " null and "
                + THEIRS)
        .bind("id", conversation.value())
        .bind("member", member.value())
        .mapTo(Long.class)
        .findOne()
        .map(TurnId::new);
  }

  /** Whether a member began it. */
  public static boolean isOwn(Handle h, ConversationId conversation, MemberId member) {
    return h.createQuery("select 1 from conversation where id = :id and member_id = :member")
        .bind("id", conversation.value())
        .bind("member", member.value())
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /** Whether a member may read it, and go on with it. */
  public static boolean isOf(Handle h, ConversationId conversation, MemberId member) {
    return h.createQuery("select 1 from conversation c where c.id = :id and " + THEIRS)
        .bind("id", conversation.value())
        .bind("member", member.value())
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  public static Optional<String> title(Handle h, ConversationId conversation, MemberId member) {
    return h.createQuery("select c.title from conversation c where c.id = :id and " + THEIRS)
        .bind("id", conversation.value())
        .bind("member", member.value())
        .mapTo(String.class)
        .findOne();
  }

  public static boolean rename(
      Handle h, ConversationId conversation, MemberId member, String title) {
    return h.createUpdate(
                "update conversation c set title = :title, title_due = null, title_tries = null"
                    + " where c.id = :id and "
                    + THEIRS)
            .bind("title", title)
            .bind("id", conversation.value())
            .bind("member", member.value())
            .execute()
        == 1;
  }

  public static void asked(Handle h, ConversationId conversation, String title, Instant now) {
    h.createUpdate("update conversation set title = :title, used_at = :now where id = :id")
        .bind("title", title)
        .bind("now", now)
        .bind("id", conversation.value())
        .execute();
  }

  public static void moveHead(Handle h, TurnId head) {
    h.createUpdate(
            "update conversation set head_turn_id = :head where id = (select conversation_id from"
                + " turn where id = :head)")
        .bind("head", head.value())
        .execute();
  }

  public static boolean delete(Handle h, ConversationId conversation, MemberId member) {
    return h.createUpdate("delete from conversation where id = :id and member_id = :member")
            .bind("id", conversation.value())
            .bind("member", member.value())
            .execute()
        == 1;
  }

  /** The home in which it is everybody's; empty for a member's own. */
  public static Optional<String> home(Handle h, ConversationId conversation) {
    return h.createQuery("select home from conversation where id = :id and home is not null")
        .bind("id", conversation.value())
        .mapTo(String.class)
        .findOne();
  }

  /**
   * Those with a question, the last used one first.
   *
   * @param words what their title, a question or an answer contains, whatever its case; empty for
   *     all
   */
  public static List<ConversationSummary> list(Handle h, MemberId member, String words) {
    return h.createQuery(
            "select c.id, c.title, c.used_at, c.member_id, c.home, t.turns from conversation c join"
                + " (select conversation_id, count(*) as turns from turn group by conversation_id)"
                + " t on t.conversation_id = c.id where "
                + THEIRS
                + " and (:words = '%%' or lower(c.title) like :words escape '!' or exists (select 1"
                + " from turn s where s.conversation_id = c.id and (lower(s.question) like :words"
                + " escape '!' or lower(s.answer) like :words escape '!')))"
                + " order by c.used_at desc, c.id desc")
        .bind("member", member.value())
        .bind("words", "%" + words.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%")
        .map(
            (rs, c) ->
                new ConversationSummary(
                    new ConversationId(rs.getLong("id")),
                    rs.getString("title"),
                    rs.getInt("turns"),
                    rs.getObject("used_at", OffsetDateTime.class).toInstant(),
                    rs.getLong("member_id") == member.value(),
                    rs.getString("home") != null))
        .list();
  }

  /** Where both are in a conversation at one place, the one who stays goes on with theirs. */
  public static void merge(Handle h, MemberId from, MemberId to) {
    for (String sql :
        List.of(
            "update conversation set member_id = :to where member_id = :from",
            "update turn set author_id = :to where author_id = :from",
            "delete from current_conversation where member_id = :from and place in (select c.place"
                + " from current_conversation c where c.member_id = :to)",
            "update current_conversation set member_id = :to where member_id = :from")) {
      h.createUpdate(sql).bind("from", from.value()).bind("to", to.value()).execute();
    }
  }
}
