package io.switchboard.forget;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/** Takes everything of a member out of all tables. In a transaction. */
final class EveryRow {
  /**
   * What is deleted, by the member's number; the rest goes with the rows that it belongs to. What
   * was used and what limits admins set is left to {@link StillCounts}.
   */
  private static final List<String> DELETED =
      List.of(
          "delete from share where owner_id = :member",
          "delete from community_post where owner_id = :member",
          "delete from community_item where owner_id = :member",
          "delete from community_report where member_id = :member",
          "delete from community_word where member_id = :member",
          "delete from current_conversation where member_id = :member",
          "delete from conversation_home_member where member_id = :member",
          "delete from request where member = :member",
          "delete from line where member = :member",
          "delete from limit_boost where member = :member",
          "delete from forget_wish where member_id = :member",
          "delete from reading_allowed where member_id = :member",
          "delete from conversation_offer where owner_id = :member or to_member = :member",
          "delete from invitation where made_by = :member",
          "delete from announcement_opt_out where member = :member",
          "delete from member where id = :member or merged_into = :member");

  /**
   * In a conversation that goes on without them, their questions and the answers to them lose their
   * text, and so do the summaries in which their words may be; the tree stays, for others' answers
   * hang on it.
   */
  private static final List<String> EMPTIED =
      List.of(
          "delete from turn_summary where turn_id in (select t.id from turn t where"
              + " t.conversation_id in (select w.conversation_id from turn w where w.author_id ="
              + " :member))",
          "update conversation set title = '…', title_due = null, title_tries = null where home is"
              + " not null and id in (select t.conversation_id from turn t where t.author_id ="
              + " :member)",
          "delete from turn_message where turn_id in (select id from turn where author_id ="
              + " :member)",
          "delete from relay_copy where turn_id in (select id from turn where author_id ="
              + " :member)",
          "delete from relay_answer where turn_id in (select id from turn where author_id ="
              + " :member)",
          "update turn set question = '', answer = '', attachments = '[]', asked_by = null,"
              + " author_id = null where author_id = :member");

  private EveryRow() {}

  /** All of a member, whose platform accounts are these. */
  static void forget(Handle h, long member, List<String> accounts) {
    handOnShared(h, member);
    run(
        h,
        "delete from share where conversation_id in (select id from conversation where member_id ="
            + " :member)",
        member);
    run(h, "delete from conversation where member_id = :member", member);
    EMPTIED.forEach(sql -> run(h, sql, member));
    accounts.forEach(account -> forgetAccount(h, account));
    DELETED.forEach(sql -> run(h, sql, member));
  }

  /** What others write in too becomes another writer's; what nobody else wrote in goes. */
  private static void handOnShared(Handle h, long member) {
    run(
        h,
        "update conversation set member_id = (select min(t.author_id) from turn t where"
            + " t.conversation_id = conversation.id and t.author_id <> :member) where member_id ="
            + " :member and home is not null and exists (select 1 from turn t where"
            + " t.conversation_id = conversation.id and t.author_id <> :member)",
        member);
  }

  /**
   * What is known by an account's id. What an admin said to keep the account out, now or at times,
   * stays.
   */
  private static void forgetAccount(Handle h, String person) {
    forgetInAudit(h, person);
    for (String sql :
        List.of(
            "delete from link_code where person = :person",
            "delete from announcement_target where target = :person",
            "delete from relay_code where person = :person",
            "delete from prompt where person = :person or position(:person in wish) > 0",
            "delete from identity where person = :person",
            "delete from community_like where person = :person",
            "delete from sandbox_like where person = :person",
            "delete from sandbox_message where sender = :person or only_for = :person",
            "delete from person_access where person = :person and not banned and not paused and"
                + " ends_at is null and hours is null")) {
      h.createUpdate(sql).bind("person", person).execute();
    }
  }

  private record Told(long id, List<String> texts) {
    boolean names(Pattern account) {
      return texts.stream().anyMatch(text -> account.matcher(text).find());
    }
  }

  /**
   * That something was done stays; to whom does not. Only ids count, and only whole ones: people
   * call themselves what they like, and by that nobody takes others out of the record.
   */
  private static void forgetInAudit(Handle h, String person) {
    Pattern account =
        Pattern.compile(
            "(?<![^\\s\\[,])" + Pattern.quote(person) + "(?![^\\s\\],])", Pattern.CASE_INSENSITIVE);
    String part = "%" + person.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
    h
        .createQuery(
            "select id, target, detail, thing, person from audit where lower(target) like :part"
                + " escape '!' or lower(detail) like :part escape '!' or lower(thing) like :part"
                + " escape '!' or lower(person) like :part escape '!'")
        .bind("part", part)
        .map(
            (rs, c) ->
                new Told(
                    rs.getLong("id"),
                    List.of(
                        rs.getString("target"),
                        rs.getString("detail"),
                        rs.getString("thing"),
                        rs.getString("person"))))
        .list()
        .stream()
        .filter(told -> told.names(account))
        .forEach(
            told ->
                h.createUpdate(
                        "update audit set target = '', detail = '', thing = '', person = '' where"
                            + " id = :id")
                    .bind("id", told.id())
                    .execute());
  }

  private static void run(Handle h, String sql, long member) {
    h.createUpdate(sql).bind("member", member).execute();
  }
}
