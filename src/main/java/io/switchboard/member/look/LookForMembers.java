package io.switchboard.member.look;

import io.switchboard.chat.PersonId;
import io.switchboard.db.Database;
import io.switchboard.db.time.Times;
import io.switchboard.member.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Finds members by a part of what they are called. */
public final class LookForMembers {
  private static final int LONGEST = 200;
  private static final String ROW = "select m.id, m.name, m.created_at from member m where ";

  private final Database database;

  public LookForMembers(Database database) {
    this.database = database;
  }

  /**
   * A page.
   *
   * @param next the number to give for the next page; null if there is none
   */
  public record Page(List<Listed> members, @Nullable Long next) {}

  /**
   * Those who are called so, the newest first.
   *
   * @param called a part of a name or a handle, or an account's id; empty for everybody
   * @param before those with a number below this
   * @param most at least 1
   */
  public Page page(String called, long before, int most) {
    String wanted = called.strip().replace("\0", "");
    String text = wanted.length() > LONGEST ? wanted.substring(0, LONGEST) : wanted;
    return database.read(
        h -> {
          List<Row> rows = rows(h, text.toLowerCase(Locale.ROOT), before, most + 1);
          List<Row> shown = rows.subList(0, Math.min(most, rows.size()));
          return new Page(listed(h, shown), rows.size() > most ? shown.getLast().id() : null);
        });
  }

  private record Row(long id, String name, Instant since) {}

  private static List<Row> rows(Handle h, String wanted, long before, int most) {
    String text = wanted.startsWith("@") ? wanted.substring(1) : wanted;
    String like = "%" + text.replaceAll("([!%_])", "!$1") + "%";
    return h.createQuery(
            ROW
                + "m.id < :before and exists (select 1 from identity i where i.member = m.id and"
                + " (:all = 1 or lower(i.name) like :like escape '!' or i.handle like :like escape"
                + " '!' or i.person = :wanted)) order by m.id desc limit :most")
        .bind("before", before)
        .bind("all", text.isEmpty() ? 1 : 0)
        .bind("like", like)
        .bind("wanted", wanted)
        .bind("most", most)
        .map(LookForMembers::row)
        .list();
  }

  /** One of them; empty if there is none of that number, or they became a part of another. */
  public Optional<Listed> find(MemberId id) {
    return Optional.ofNullable(all(List.of(id)).get(id));
  }

  /** These; who is not there any more is left out. */
  public Map<MemberId, Listed> all(Collection<MemberId> members) {
    Map<MemberId, Listed> all = new HashMap<>();
    if (!members.isEmpty()) {
      List<Long> ids = members.stream().map(MemberId::value).distinct().toList();
      database
          .read(
              h ->
                  listed(
                      h,
                      h.createQuery(ROW + "m.id in (<ids>)")
                          .bindList("ids", ids)
                          .map(LookForMembers::row)
                          .list()))
          .forEach(listed -> all.put(listed.id(), listed));
    }
    return all;
  }

  private static Row row(ResultSet row, StatementContext context) throws SQLException {
    return new Row(row.getLong("id"), row.getString("name"), Times.at(row, "created_at"));
  }

  private static List<Listed> listed(Handle h, List<Row> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<Long, List<Listed.Account>> accounts = new HashMap<>();
    h.createQuery(
            "select member, person, handle from identity where member in (<ids>) order by person")
        .bindList("ids", rows.stream().map(Row::id).toList())
        .map(
            (row, context) ->
                Map.entry(
                    row.getLong("member"),
                    new Listed.Account(
                        new PersonId(row.getString("person")), row.getString("handle"))))
        .forEach(
            entry ->
                accounts
                    .computeIfAbsent(entry.getKey(), id -> new ArrayList<>())
                    .add(entry.getValue()));
    return rows.stream()
        .filter(row -> accounts.containsKey(row.id()))
        .map(
            row ->
                new Listed(
                    new MemberId(row.id()),
                    row.name(),
                    row.since(),
                    accounts.getOrDefault(row.id(), List.of())))
        .toList();
  }
}
