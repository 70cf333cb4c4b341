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
  static void merge(Handle h, MemberId from, MemberId to) {
    for (String sql :
        List.of(
            "update identity set member = :to where member = :from",
            "update invitation set made_by = :to where made_by = :from",
            "update member set language = (select f.language from member f where f.id = :from)"
                + " where id = :to and language is null",
            "update member set merged_into = :to where id = :from or merged_into = :from")) {
      h.createUpdate(sql).bind("from", from.value()).bind("to", to.value()).execute();
    }
  }
}
