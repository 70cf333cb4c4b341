package io.switchboard.conversation.oversight;

import io.switchboard.conversation.ConversationId;
import io.switchboard.member.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Conversations of all members, who lets theirs be read, and which are to change hands. */
final class OversightTable {
  /** Whether all who wrote in the conversation {@code c} let admins read, and its owner too. */
  private static final String READABLE =
      "(exists (select 1 from reading_allowed r where r.member_id = c.member_id) and not exists"
          + " (select 1 from turn w where w.conversation_id = c.id and w.author_id is not null and"
          + " w.author_id not in (select a.member_id from reading_allowed a)))";

  private static final String SELECT =
      "select c.id, c.member_id, c.title, c.used_at, case when "
          + READABLE
          + " then 1 else 0 end as readable, (select count(*) from turn n where n.conversation_id ="
          + " c.id) as turns from conversation c ";

  private OversightTable() {}

  static boolean allows(Handle h, MemberId member) {
    return h.createQuery("select member_id from reading_allowed where member_id = :member")
        .bind("member", member.value())
        .mapTo(Long.class)
        .findOne()
        .isPresent();
  }

  static void allow(Handle h, MemberId member, boolean allowed, Instant now) {
    h.createUpdate("delete from reading_allowed where member_id = :member")
        .bind("member", member.value())
        .execute();
    if (allowed) {
      h.createUpdate("insert into reading_allowed (member_id, since) values (:member, :now)")
          .bind("member", member.value())
          .bind("now", now)
          .execute();
    }
  }

  /**
   * Those with a question, the last used first.
   *
   * @param owner null for anybody's
   * @param offered whether anybody's may be read; words are looked for only in those that may
   */
  static List<Overseen> find(
      Handle h, @Nullable MemberId owner, String words, boolean offered, int most) {
    return h.createQuery(
            SELECT
                + "where c.title <> '' and (:owner = 0 or c.member_id = :owner) and (:words = '%%'"
                + " or (:offered = true and "
                + READABLE
                + " and (lower(c.title) like :words escape '!' or exists (select 1 from turn s"
                + " where s.conversation_id = c.id and (lower(s.question) like :words escape '!' or"
                + " lower(s.answer) like :words escape '!'))))) order by c.used_at desc, c.id desc"
                + " limit :most")
        .bind("owner", owner == null ? 0 : owner.value())
        .bind("words", "%" + words.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%")
        .bind("offered", offered)
        .bind("most", most)
        .map(OversightTable::read)
        .list();
  }

  static Optional<Overseen> of(Handle h, ConversationId conversation) {
    return h.createQuery(SELECT + "where c.id = :id and c.title <> ''")
        .bind("id", conversation.value())
        .map(OversightTable::read)
        .findOne();
  }

  private static Overseen read(ResultSet rs, StatementContext context) throws SQLException {
    return new Overseen(
        new ConversationId(rs.getLong("id")),
        new MemberId(rs.getLong("member_id")),
        rs.getString("title"),
        rs.getInt("turns"),
        rs.getObject("used_at", OffsetDateTime.class).toInstant(),
        rs.getInt("readable") == 1);
  }

  static void offer(Handle h, Overseen what, MemberId to, boolean ownerAgreed, Instant now) {
    withdraw(h, what.id());
    h.createUpdate(
            "insert into conversation_offer (conversation_id, owner_id, to_member, owner_agreed,"
                + " taker_agreed, offered_at) values (:id, :owner, :to, :agreed, false, :now)")
        .bind("id", what.id().value())
        .bind("owner", what.owner().value())
        .bind("to", to.value())
        .bind("agreed", ownerAgreed)
        .bind("now", now)
        .execute();
  }

  static void withdraw(Handle h, ConversationId conversation) {
    h.createUpdate("delete from conversation_offer where conversation_id = :id")
        .bind("id", conversation.value())
        .execute();
  }

  /** One of the two agrees; who both are, and whether they do. */
  static Optional<Handover.Offer> agree(Handle h, ConversationId conversation, MemberId member) {
    for (String side : List.of("owner", "taker")) {
      String who = side.equals("owner") ? "owner_id" : "to_member";
      h.createUpdate(
              "update conversation_offer set "
                  + side
                  + "_agreed = true where conversation_id = :id and "
                  + who
                  + " = :member")
          .bind("id", conversation.value())
          .bind("member", member.value())
          .execute();
    }
    return offered(h, conversation, member);
  }

  /** The offer, if this member is one of the two, and the conversation still the owner's. */
  static Optional<Handover.Offer> offered(Handle h, ConversationId conversation, MemberId member) {
    return h.createQuery(
            "select o.owner_id, o.to_member, o.owner_agreed, o.taker_agreed, c.title from"
                + " conversation_offer o join conversation c on c.id = o.conversation_id and"
                + " c.member_id = o.owner_id where o.conversation_id = :id and (o.owner_id ="
                + " :member or o.to_member = :member)")
        .bind("id", conversation.value())
        .bind("member", member.value())
        .map(
            (rs, c) ->
                new Handover.Offer(
                    conversation,
                    new MemberId(rs.getLong("owner_id")),
                    new MemberId(rs.getLong("to_member")),
                    rs.getString("title"),
                    rs.getBoolean("owner_agreed") && rs.getBoolean("taker_agreed")))
        .findOne();
  }

  static void move(Handle h, Handover.Offer offer) {
    for (String sql :
        List.of(
            "update conversation set member_id = :to where id = :id and member_id = :from",
            "delete from current_conversation where conversation_id = :id and member_id = :from",
            "delete from conversation_offer where conversation_id = :id and owner_id = :from and"
                + " to_member = :to")) {
      h.createUpdate(sql)
          .bind("id", offer.conversation().value())
          .bind("from", offer.owner().value())
          .bind("to", offer.to().value())
          .execute();
    }
  }

  static void merge(Handle h, MemberId from, MemberId to) {
    for (String sql :
        List.of(
            // Whoever did not let theirs be read has not done so by being linked.
            "delete from reading_allowed where member_id = :to and not exists (select 1 from"
                + " reading_allowed f where f.member_id = :from)",
            "delete from reading_allowed where member_id = :from",
            "delete from conversation_offer where owner_id in (:from, :to) or to_member in (:from,"
                + " :to)")) {
      h.createUpdate(sql).bind("from", from.value()).bind("to", to.value()).execute();
    }
  }
}
