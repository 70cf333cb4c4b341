package io.switchboard.forget;

import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Takes everything of a member out of all tables. In a transaction. */
final class EveryRow {
  /** What is deleted, by the member's number; the rest goes with the rows that it belongs to. */
  private static final List<String> DELETED =
      List.of(
          "delete from share where owner_id = :member",
          "delete from community_post where owner_id = :member",
          "delete from current_conversation where member_id = :member",
          "delete from conversation_home_member where member_id = :member",
          "delete from request where member = :member",
          "delete from line where member = :member",
          "delete from limit_override where member = :member",
          "delete from limit_boost where member = :member",
          "delete from limit_model where member = :member",
          "delete from invitation where made_by = :member",
          "delete from member where id = :member or merged_into = :member");

  /**
   * In a conversation that goes on without them, their questions and the answers to them lose their
   * text; the tree stays, for others' answers hang on it.
   */
  private static final List<String> EMPTIED =
      List.of(
          "update conversation set title = '…' where home is not null and id in (select"
              + " t.conversation_id from turn t where t.author_id = :member)",
          "delete from turn_message where turn_id in (select id from turn where author_id ="
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

  /** What is known by an account's id or names; the ban or pause of an account stays. */
  private static void forgetAccount(Handle h, String person) {
    List<String> names =
        h
            .createQuery("select name, handle from identity where person = :person")
            .bind("person", person)
            .map((rs, c) -> Stream.of(rs.getString("name"), rs.getString("handle")))
            .list()
            .stream()
            .flatMap(all -> all)
            .filter(name -> name != null && !name.isBlank())
            .toList();
    Stream.concat(Stream.of(person), names.stream()).forEach(name -> forgetInAudit(h, name));
    for (String sql :
        List.of(
            "delete from link_code where person = :person",
            "delete from identity where person = :person",
            "delete from sandbox_message where sender = :person or only_for = :person",
            "delete from person_access where person = :person and not banned and not paused")) {
      h.createUpdate(sql).bind("person", person).execute();
    }
  }

  /** That something was done stays; to whom does not. */
  private static void forgetInAudit(Handle h, String name) {
    h.createUpdate(
            "update audit set target = '', detail = '' where lower(target) like :name escape '!' or"
                + " lower(detail) like :name escape '!'")
        .bind(
            "name", "%" + name.toLowerCase(java.util.Locale.ROOT).replaceAll("[!%_]", "!$0") + "%")
        .execute();
  }

  private static void run(Handle h, String sql, long member) {
    h.createUpdate(sql).bind("member", member).execute();
  }
}
