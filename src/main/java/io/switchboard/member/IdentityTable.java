package io.switchboard.member;

import io.switchboard.chat.PersonId;
import io.switchboard.db.time.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Accounts on platforms, and whose they are. */
final class IdentityTable {
  private IdentityTable() {}

  static Optional<Identity> find(Handle h, PersonId person) {
    return h.createQuery("select * from identity where person = :person")
        .bind("person", person.value())
        .map(IdentityTable::read)
        .findOne();
  }

  /** Those that carry this handle, the one seen last first: handles change hands. */
  static List<Identity> withHandle(Handle h, String handle) {
    return h.createQuery("select * from identity where handle = :handle order by seen_at desc")
        .bind("handle", handle)
        .map(IdentityTable::read)
        .list();
  }

  static List<PersonId> of(Handle h, MemberId member) {
    return h.createQuery("select person from identity where member = :member order by person")
        .bind("member", member.value())
        .map((row, context) -> new PersonId(row.getString("person")))
        .list();
  }

  static void insert(Handle h, Identity identity) {
    h.createUpdate(
            "insert into identity (person, member, platform, name, handle, language, seen_at)"
                + " values (:person, :member, :platform, :name, :handle, :language, :seen)")
        .bind("person", identity.person().value())
        .bind("member", identity.member().value())
        .bind("platform", identity.person().platform())
        .bind("name", identity.name())
        .bind("handle", identity.handle())
        .bind("language", identity.language().toLanguageTag())
        .bind("seen", identity.seenAt())
        .execute();
  }

  /** The newest look of an account; its member is called as it is called. */
  static void update(Handle h, Identity identity) {
    h.createUpdate(
            "update identity set name = :name, handle = :handle, language = :language, seen_at ="
                + " :seen where person = :person")
        .bind("name", identity.name())
        .bind("handle", identity.handle())
        .bind("language", identity.language().toLanguageTag())
        .bind("seen", identity.seenAt())
        .bind("person", identity.person().value())
        .execute();
    h.createUpdate(
            "update member set name = :name, platform_language = :language where (name <> :name or"
                + " platform_language <> :language) and id = (select member from identity where"
                + " person = :person)")
        .bind("name", identity.name())
        .bind("language", identity.language().toLanguageTag())
        .bind("person", identity.person().value())
        .execute();
  }

  private static Identity read(ResultSet row, StatementContext context) throws SQLException {
    return new Identity(
        new PersonId(row.getString("person")),
        new MemberId(row.getLong("member")),
        row.getString("name"),
        row.getString("handle"),
        Locale.forLanguageTag(row.getString("language")),
        Times.at(row, "seen_at"));
  }

  static List<Reading> readingOtherwise(Handle h, int most) {
    return h.createQuery(
            "select i.person, i.language, coalesce(m.language, m.platform_language) as speaks from"
                + " identity i join member m on m.id = i.member where m.language is not null or"
                + " m.platform_language like 'zh%' or m.platform_language like 'yue%' order by"
                + " i.seen_at desc, i.person limit :most")
        .bind("most", most)
        .map(
            (row, context) ->
                new Reading(
                    new PersonId(row.getString("person")),
                    Locale.forLanguageTag(row.getString("speaks")),
                    Locale.forLanguageTag(row.getString("language"))))
        .list();
  }

  static void move(Handle h, PersonId person, MemberId to) {
    h.createUpdate("update identity set member = :to where person = :person")
        .bind("to", to.value())
        .bind("person", person.value())
        .execute();
  }

  /** The names that people are shown by, and their handles after an at sign. */
  static List<String> calledNames(Handle h) {
    return h.createQuery(
            "select name from identity union select '@' || handle from identity where handle is not"
                + " null")
        .mapTo(String.class)
        .list();
  }
}
