package io.switchboard.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Members, by number. */
final class MemberTable {
  private MemberTable() {}

  static MemberId insert(Handle h, Identity first, Instant now) {
    long id =
        h.createUpdate(
                "insert into member (name, platform_language, created_at) values (:name, :language,"
                    + " :now)")
            .bind("name", first.name())
            .bind("language", first.language().toLanguageTag())
            .bind("now", now)
            .executeAndReturnGeneratedKeys("id")
            .mapTo(long.class)
            .one();
    return new MemberId(id);
  }

  static Optional<Member> find(Handle h, MemberId id) {
    return h.createQuery("select id, name, language, platform_language from member where id = :id")
        .bind("id", id.value())
        .map(MemberTable::read)
        .findOne();
  }

  static void setLanguage(Handle h, MemberId id, @Nullable Locale language) {
    h.createUpdate("update member set language = :language where id = :id")
        .bind("language", language == null ? null : language.toLanguageTag())
        .bind("id", id.value())
        .execute();
  }

  private static Member read(ResultSet row, StatementContext context) throws SQLException {
    String language = row.getString("language");
    return new Member(
        new MemberId(row.getLong("id")),
        row.getString("name"),
        language == null ? null : Locale.forLanguageTag(language),
        Locale.forLanguageTag(row.getString("platform_language")));
  }

  /** All accounts of one become the other's, who also speaks what only that one had chosen. */
  static void merge(Handle h, MemberId from, MemberId to, Instant now) {
    for (String sql :
        List.of(
            "update identity set member = :to where member = :from",
            "update invitation set made_by = :to where made_by = :from",
            "update member set language = (select f.language from member f where f.id = :from)"
                + " where id = :to and language is null",
            "update member set merged_into = :to where id = :from or merged_into = :from")) {
      h.createUpdate(sql).bind("from", from.value()).bind("to", to.value()).execute();
    }
    h.createUpdate("update member set merged_at = :now where id = :from")
        .bind("now", now)
        .bind("from", from.value())
        .execute();
  }

  /** Nobody else changes who these two are until the end of the transaction. */
  static void lock(Handle h, MemberId one, MemberId other) {
    h.createQuery("select id from member where id in (:one, :other) order by id for update")
        .bind("one", one.value())
        .bind("other", other.value())
        .mapTo(Long.class)
        .list();
  }

  /** One that became a part of another. */
  record Merged(MemberId from, MemberId to) {}

  /** Those who became a part of another since then. */
  static List<Merged> mergedSince(Handle h, Instant since) {
    return h.createQuery(
            "select id, merged_into from member where merged_at >= :since and merged_into is not"
                + " null order by id")
        .bind("since", since)
        .map(
            (row, context) ->
                new Merged(
                    new MemberId(row.getLong("id")), new MemberId(row.getLong("merged_into"))))
        .list();
  }

  /** Whom they became a part of; empty if nobody. */
  static Optional<MemberId> mergedInto(Handle h, MemberId id) {
    return h.createQuery(
            "select merged_into from member where id = :id and merged_into is not null")
        .bind("id", id.value())
        .mapTo(Long.class)
        .findOne()
        .map(MemberId::new);
  }
}
