package io.switchboard.queue.daily;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;

/** The rows of sums. */
final class DailyTable {
  private static final String SUMS =
      "coalesce(sum(requests), 0) as requests, coalesce(sum(failed), 0) as failed,"
          + " coalesce(sum(conversations), 0) as conversations, coalesce(sum(tokens_in), 0) as"
          + " tokens_in, coalesce(sum(tokens_out), 0) as tokens_out, coalesce(sum(money), 0) as"
          + " money, coalesce(sum(waited_ms), 0) as waited_ms, coalesce(sum(answered_ms), 0) as"
          + " answered_ms";

  /** As wide as the column. */
  private static final int LABEL = 100;

  private DailyTable() {}

  /**
   * What is summed up.
   *
   * @param label what people call it; empty where it is not known, which keeps what was
   */
  record Row(By by, String name, String label) {}

  /**
   * Adds to a day, in one way to the database where nothing is the first. Two who add the first of
   * a row at once: one of them gets an exception; the queue's clock keeps them apart.
   */
  static void add(Handle h, LocalDate day, List<Row> rows, Sums more) {
    PreparedBatch known =
        h.prepareBatch(
            "update daily_use set requests = requests + :requests, failed = failed + :failed,"
                + " conversations = conversations + :conversations, tokens_in = tokens_in +"
                + " :tokens_in, tokens_out = tokens_out + :tokens_out, money = money + :money,"
                + " waited_ms = waited_ms + :waited, answered_ms = answered_ms + :answered, label"
                + " = case when :label = '' then label else :label end where on_day = :day and"
                + " kind = :kind and name = :name");
    rows.forEach(row -> bind(known, day, row, more).add());
    int[] found = known.execute();
    for (int i = 0; i < found.length; i++) {
      if (found[i] == 0) {
        insert(h, day, rows.get(i), more);
      }
    }
  }

  private static void insert(Handle h, LocalDate day, Row row, Sums more) {
    bind(
            h.createUpdate(
                "insert into daily_use (on_day, kind, name, label, requests, failed,"
                    + " conversations, tokens_in, tokens_out, money, waited_ms, answered_ms)"
                    + " values (:day, :kind, :name, :label, :requests, :failed, :conversations,"
                    + " :tokens_in, :tokens_out, :money, :waited, :answered)"),
            day,
            row,
            more)
        .execute();
  }

  private static <S extends SqlStatement<S>> S bind(
      S statement, LocalDate day, Row row, Sums more) {
    String label = row.label();
    return statement
        .bind("day", day)
        .bind("kind", row.by().name())
        .bind("name", row.name())
        .bind("label", label.length() > LABEL ? label.substring(0, LABEL) : label)
        .bind("requests", more.requests())
        .bind("failed", more.failed())
        .bind("conversations", more.conversations())
        .bind("tokens_in", more.tokensIn())
        .bind("tokens_out", more.tokensOut())
        .bind("money", more.money())
        .bind("waited", more.waited().toMillis())
        .bind("answered", more.answered().toMillis());
  }

  /** Each day of everything, the first first; days without anything are left out. */
  static List<Statistics.Day> days(Handle h, LocalDate from, LocalDate to) {
    return h.createQuery(
            "select on_day, "
                + SUMS
                + " from daily_use where kind = 'ALL' and on_day >= :from and on_day <= :to group"
                + " by on_day order by on_day")
        .bind("from", from)
        .bind("to", to)
        .map((row, c) -> new Statistics.Day(row.getObject("on_day", LocalDate.class), sums(row)))
        .list();
  }

  /** Sums of all these days, those with the most tokens first. */
  static List<Statistics.Named> names(Handle h, By by, LocalDate from, LocalDate to, int most) {
    return h.createQuery(
            "select name, max(label) as label, "
                + SUMS
                + " from daily_use where kind = :kind and on_day >= :from and on_day <= :to group"
                + " by name order by sum(tokens_in + tokens_out) desc, sum(requests) desc, name"
                + " limit :most")
        .bind("kind", by.name())
        .bind("from", from)
        .bind("to", to)
        .bind("most", most)
        .map(
            (row, c) ->
                new Statistics.Named(
                    row.getString("name"),
                    Objects.requireNonNullElse(row.getString("label"), ""),
                    sums(row)))
        .list();
  }

  /** All rows as they are, for a file. */
  static List<Statistics.Row> rows(Handle h, LocalDate from, LocalDate to) {
    return h.createQuery(
            "select * from daily_use where on_day >= :from and on_day <= :to order by on_day, kind,"
                + " name")
        .bind("from", from)
        .bind("to", to)
        .map(DailyTable::row)
        .list();
  }

  private static Statistics.Row row(ResultSet row, StatementContext context) throws SQLException {
    return new Statistics.Row(
        row.getObject("on_day", LocalDate.class),
        By.valueOf(row.getString("kind")),
        row.getString("name"),
        row.getString("label"),
        sums(row));
  }

  private static Sums sums(ResultSet row) throws SQLException {
    return new Sums(
        row.getLong("requests"),
        row.getLong("failed"),
        row.getLong("conversations"),
        row.getLong("tokens_in"),
        row.getLong("tokens_out"),
        row.getLong("money"),
        Duration.ofMillis(row.getLong("waited_ms")),
        Duration.ofMillis(row.getLong("answered_ms")));
  }

  /** What was the one member's is the other's. */
  static void merge(Handle h, String from, String to) {
    List<Statistics.Row> rows =
        h.createQuery("select * from daily_use where kind = 'MEMBER' and name = :from")
            .bind("from", from)
            .map(DailyTable::row)
            .list();
    h.createUpdate("delete from daily_use where kind = 'MEMBER' and name = :from")
        .bind("from", from)
        .execute();
    rows.forEach(row -> add(h, row.day(), List.of(new Row(By.MEMBER, to, "")), row.sums()));
  }
}
