package io.switchboard.announce;

import io.switchboard.db.time.Busy;
import io.switchboard.member.MemberId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of announcements, of whom they go to, and of who wants none. */
final class AnnouncementTable {
  private AnnouncementTable() {}

  /** Where one who is to hear it stands. */
  enum State {
    WAITING,
    SENDING,
    SENT,
    GONE,
    FAILED,
    UNSURE
  }

  /** One that is being said. */
  record Row(MemberId by, String text, String audience, String tell, String language) {}

  /** One who is to hear it. */
  record Target(long announcement, String target, boolean person, String language) {}

  /** An account of a member who wants to hear it. */
  record Listener(MemberId member, String person, String language) {}

  static long draft(
      Handle h,
      MemberId by,
      String text,
      String audience,
      String tell,
      String language,
      Instant now) {
    return h.createUpdate(
            "insert into announcement (made_by, text, audience, state, made_at, tell, language)"
                + " values (:by, :text, :audience, 'DRAFT', :now, :tell, :language)")
        .bind("by", by.value())
        .bind("text", text)
        .bind("audience", audience)
        .bind("now", now)
        .bind("tell", tell)
        .bind("language", language)
        .executeAndReturnGeneratedKeys("id")
        .mapTo(long.class)
        .one();
  }

  static Optional<Row> find(Handle h, long id, String state) {
    return h.createQuery("select * from announcement where id = :id and state = :state")
        .bind("id", id)
        .bind("state", state)
        .map(
            (row, c) ->
                new Row(
                    new MemberId(row.getLong("made_by")),
                    row.getString("text"),
                    row.getString("audience"),
                    row.getString("tell"),
                    row.getString("language")))
        .findOne();
  }

  /** Whether it was in that state, and is in the other now. */
  static boolean move(Handle h, long id, String from, String to) {
    return h.createUpdate("update announcement set state = :to where id = :id and state = :from")
            .bind("to", to)
            .bind("id", id)
            .bind("from", from)
            .execute()
        == 1;
  }

  static void dropDrafts(Handle h, Instant before) {
    h.createUpdate("delete from announcement where state = 'DRAFT' and made_at < :before")
        .bind("before", before)
        .execute();
  }

  static boolean drop(Handle h, long id, MemberId by) {
    return h.createUpdate(
                "delete from announcement where id = :id and made_by = :by and state = 'DRAFT'")
            .bind("id", id)
            .bind("by", by.value())
            .execute()
        == 1;
  }

  static void target(Handle h, Target target, Instant now) {
    h.createUpdate(
            "insert into announcement_target (announcement, target, person, language, state,"
                + " busy_until) values (:id, :target, :person, :language, 'WAITING', :now)")
        .bind("id", target.announcement())
        .bind("target", target.target())
        .bind("person", target.person())
        .bind("language", target.language())
        .bind("now", now)
        .execute();
  }

  static Optional<Target> waiting(Handle h) {
    return h.createQuery(
            "select * from announcement_target where state = 'WAITING' order by announcement,"
                + " person, target limit 1")
        .map(
            (row, c) ->
                new Target(
                    row.getLong("announcement"),
                    row.getString("target"),
                    row.getBoolean("person"),
                    row.getString("language")))
        .findOne();
  }

  /** Whether it is ours to say until then. */
  static boolean claim(Handle h, Target target, Instant until) {
    return h.createUpdate(
                "update announcement_target set state = 'SENDING', busy_until = :until where"
                    + " announcement = :id and target = :target and state = 'WAITING'")
            .bind("until", until)
            .bind("id", target.announcement())
            .bind("target", target.target())
            .execute()
        == 1;
  }

  static void settle(Handle h, Target target, State state) {
    h.createUpdate(
            "update announcement_target set state = :state where announcement = :id and target ="
                + " :target and state = 'SENDING'")
        .bind("state", state.name())
        .bind("id", target.announcement())
        .bind("target", target.target())
        .execute();
  }

  /** Those over whom somebody died. */
  static void abandon(Handle h, Instant now) {
    Busy.at(
            h.createUpdate(
                "update announcement_target set state = 'UNSURE' where state = 'SENDING' and "
                    + Busy.NOBODY),
            now)
        .execute();
  }

  /** Those that are being said, but for which nobody is left to be told. */
  static List<Long> said(Handle h) {
    return h.createQuery(
            "select id from announcement a where state = 'SENDING' and not exists (select 1 from"
                + " announcement_target t where t.announcement = a.id and t.state in ('WAITING',"
                + " 'SENDING'))")
        .mapTo(Long.class)
        .list();
  }

  static Map<State, Integer> counts(Handle h, long id, boolean people) {
    Map<State, Integer> counts = new EnumMap<>(State.class);
    h.createQuery(
            "select state, count(*) as n from announcement_target where announcement = :id and"
                + " person = :people group by state")
        .bind("id", id)
        .bind("people", people)
        .map((row, c) -> counts.put(State.valueOf(row.getString("state")), row.getInt("n")))
        .list();
    return counts;
  }

  /** Accounts of members who want to hear it, the one that was used last first. */
  static List<Listener> listeners(Handle h) {
    return h.createQuery(
            "select i.member, i.person, coalesce(m.language, m.platform_language) as language from"
                + " identity i join member m on m.id = i.member where not exists (select 1 from"
                + " announcement_opt_out o where o.member = i.member) order by i.member, i.seen_at"
                + " desc")
        .map(
            (row, c) ->
                new Listener(
                    new MemberId(row.getLong("member")),
                    row.getString("person"),
                    row.getString("language")))
        .list();
  }

  static boolean isOut(Handle h, MemberId member) {
    return h.createQuery("select count(*) from announcement_opt_out where member = :member")
            .bind("member", member.value())
            .mapTo(int.class)
            .one()
        > 0;
  }

  static void want(Handle h, MemberId member, boolean wanted) {
    h.createUpdate("delete from announcement_opt_out where member = :member")
        .bind("member", member.value())
        .execute();
    if (!wanted) {
      h.createUpdate("insert into announcement_opt_out (member) values (:member)")
          .bind("member", member.value())
          .execute();
    }
  }
}
