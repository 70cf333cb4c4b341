package io.switchboard.account.choice;

import io.switchboard.account.Failure;
import io.switchboard.account.choice.Condition.Trouble;
import io.switchboard.db.time.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The rows about accounts' health. */
final class HealthTable {
  private static final String ROW =
      "select name, paused, weight, kind, detail, in_a_row, failing_since, out_until, told from"
          + " account_health";
  private static final int LONGEST_DETAIL = 400;

  private HealthTable() {}

  /** Makes sure that there is a row. */
  static void know(Handle h, String name) {
    h.createUpdate(
            "merge into account_health a using (select cast(:name as varchar(100)) as name) n on"
                + " a.name = n.name when not matched then insert (name, paused, detail, in_a_row,"
                + " told) values (n.name, false, '', 0, false)")
        .bind("name", name)
        .execute();
  }

  static Map<String, Condition> all(Handle h) {
    Map<String, Condition> all = new HashMap<>();
    h.createQuery(ROW)
        .map((row, context) -> Map.entry(row.getString("name"), read(row, context)))
        .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
    return all;
  }

  static Condition of(Handle h, String name) {
    return h.createQuery(ROW + " where name = :name")
        .bind("name", name)
        .map(HealthTable::read)
        .findOne()
        .orElse(Condition.WELL);
  }

  /** The same; nobody else changes it until the transaction ends. */
  static Condition locked(Handle h, String name) {
    return h.createQuery(ROW + " where name = :name for update")
        .bind("name", name)
        .map(HealthTable::read)
        .findOne()
        .orElse(Condition.WELL);
  }

  static void pause(Handle h, String name, boolean paused) {
    h.createUpdate("update account_health set paused = :paused where name = :name")
        .bind("paused", paused)
        .bind("name", name)
        .execute();
  }

  static void weigh(Handle h, String name, @Nullable Integer weight) {
    h.createUpdate("update account_health set weight = :weight where name = :name")
        .bind("weight", weight)
        .bind("name", name)
        .execute();
  }

  /** Keeps what is wrong; null for nothing any more. */
  static void trouble(Handle h, String name, @Nullable Trouble trouble) {
    String detail = trouble == null ? "" : trouble.detail().replace("\0", "");
    h.createUpdate(
            "update account_health set kind = :kind, detail = :detail, in_a_row = :inARow,"
                + " failing_since = :since, out_until = :until, told = :told where name = :name")
        .bind("kind", trouble == null ? null : trouble.kind().name())
        .bind(
            "detail",
            detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) : detail)
        .bind("inARow", trouble == null ? 0 : trouble.inARow())
        .bind("since", trouble == null ? null : trouble.since())
        .bind("until", trouble == null ? null : trouble.until())
        .bind("told", trouble != null && trouble.told())
        .bind("name", name)
        .execute();
  }

  static Condition read(ResultSet row, StatementContext context) throws SQLException {
    String kind = row.getString("kind");
    Trouble trouble =
        kind == null
            ? null
            : new Trouble(
                Failure.Kind.valueOf(kind),
                row.getString("detail"),
                row.getInt("in_a_row"),
                Times.at(row, "failing_since"),
                Times.at(row, "out_until"),
                row.getBoolean("told"));
    return new Condition(row.getBoolean("paused"), row.getObject("weight", Integer.class), trouble);
  }
}
