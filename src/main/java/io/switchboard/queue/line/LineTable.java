package io.switchboard.queue.line;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/** The members' lines. */
final class LineTable {
  private static final String ROW =
      "select member, served, weight, at_once, waiting, waiting_tokens, ready, running, head, pool"
          + " from line ";

  private LineTable() {}

  static Optional<Line> find(Handle h, long member) {
    return h.createQuery(ROW + "where member = :member")
        .bind("member", member)
        .map(LineTable::read)
        .findOne();
  }

  /** Of each pool the least served whose oldest may be claimed; of equals, the older oldest. */
  static List<Line> nexts(Handle h, List<String> pools) {
    Query nexts =
        h.createQuery(
            IntStream.range(0, pools.size())
                .mapToObj(
                    i ->
                        "("
                            + ROW
                            + "where eligible = 1 and pool = :pool"
                            + i
                            + " order by eligible, pool, served, head limit 1)")
                .collect(Collectors.joining(" union all ")));
    for (int i = 0; i < pools.size(); i++) {
      nexts.bind("pool" + i, pools.get(i));
    }
    return nexts.map(LineTable::read).collect(Collectors.toCollection(ArrayList::new));
  }

  /** How large its oldest is expected to be. */
  static long headTokens(Handle h, Line line) {
    Long head = line.head().id();
    return head == null ? 0 : RequestTable.find(h, head).map(RequestRow::tokens).orElse(0L);
  }

  /** The least served whose oldest may be claimed; of equals, the one whose oldest is older. */
  static Optional<Line> next(Handle h) {
    return h.createQuery(ROW + "where eligible = 1 order by eligible, served, head limit 1")
        .map(LineTable::read)
        .findOne();
  }

  static void insert(Handle h, Line line) {
    h.createUpdate(
            "insert into line (member, served, weight, at_once, waiting, waiting_tokens, ready,"
                + " running, eligible) values (:member, :served, :weight, :atOnce, 0, 0, 0, 0, 0)")
        .bind("member", line.member())
        .bind("served", line.served())
        .bind("weight", line.weight())
        .bind("atOnce", line.atOnce())
        .execute();
  }

  /** Writes it, its oldest request looked up anew. */
  static void save(Handle h, Line line) {
    h.createUpdate(
            "update line set served = :served, weight = :weight, at_once = :atOnce, waiting ="
                + " :waiting, waiting_tokens = :tokens, ready = :ready, running = :running, head ="
                + " (select id"
                + RequestTable.OLDEST_READY
                + "), pool = coalesce((select pool"
                + RequestTable.OLDEST_READY
                + "), ''), eligible = :eligible where member = :member")
        .bind("served", line.served())
        .bind("weight", line.weight())
        .bind("atOnce", line.atOnce())
        .bind("waiting", line.waiting())
        .bind("tokens", line.waitingTokens())
        .bind("ready", line.ready())
        .bind("running", line.running())
        .bind("eligible", line.eligible() ? 1 : 0)
        .bind("member", line.member())
        .execute();
  }

  private static Line read(ResultSet row, StatementContext context) throws SQLException {
    return new Line(
        row.getLong("member"),
        row.getDouble("served"),
        row.getDouble("weight"),
        row.getObject("at_once", Integer.class),
        row.getInt("waiting"),
        row.getLong("waiting_tokens"),
        row.getInt("ready"),
        row.getInt("running"),
        new Line.Head(row.getObject("head", Long.class), row.getString("pool")));
  }

  static void delete(Handle h, long member) {
    h.createUpdate("delete from line where member = :member").bind("member", member).execute();
  }
}
