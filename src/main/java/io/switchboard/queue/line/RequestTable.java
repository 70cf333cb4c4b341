package io.switchboard.queue.line;

import io.switchboard.db.time.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;

/**
 * The requests, as they are looked up. Every question asked here is one probe of an index, however
 * many wait.
 */
public final class RequestTable {
  private static final String OWN =
      "id, member, lane, state, tokens, charged, weight, attempt, failures, stop_wanted,"
          + " submitted_at, started_at, account, holder, note, shown, sending, pool";

  private static final String CARRIED =
      "place, place_kind, place_name, place_scopes, roles, reply_handle, payload";

  private static final String ROW = "select " + OWN + " from request ";

  /** The oldest of a member that may be claimed. */
  static final String OLDEST_READY =
      " from request where member = :member and state = 'READY' order by member, state, arrival"
          + " limit 1";

  private RequestTable() {}

  public static Optional<Long> withKey(Handle h, String key) {
    return h.createQuery("select id from request where event_key = :key")
        .bind("key", key)
        .mapTo(Long.class)
        .findOne();
  }

  public static Optional<RequestRow> find(Handle h, long id) {
    return h.createQuery(ROW + "where id = :id").bind("id", id).map(RequestTable::read).findOne();
  }

  public static NewRequest.Carried carried(Handle h, long id) {
    return h.createQuery("select " + CARRIED + " from request where id = :id")
        .bind("id", id)
        .map((row, context) -> readCarried(row))
        .one();
  }

  /** Changes one and reads it as it is then: one way to the database. */
  static Optional<RequestRow.Whole> taken(Update change) {
    return change
        .executeAndReturnGeneratedKeys((OWN + ", " + CARRIED).split(", "))
        .map(RequestTable::readWhole)
        .findOne();
  }

  public static Optional<RequestRow.Whole> whole(Handle h, long id) {
    return h.createQuery("select " + OWN + ", " + CARRIED + " from request where id = :id")
        .bind("id", id)
        .map(RequestTable::readWhole)
        .findOne();
  }

  /** The oldest that waits behind another of its lane. */
  static Optional<RequestRow> nextOfLane(Handle h, String lane) {
    return h.createQuery(
            ROW + "where lane = :lane and state = 'BEHIND' order by lane, state, arrival limit 1")
        .bind("lane", lane)
        .map(RequestTable::read)
        .findOne();
  }

  /** Whether one of the lane is ahead: it has exactly one that is not behind, or none at all. */
  static boolean laneTaken(Handle h, String lane) {
    return h.createQuery(
            "select id from request where lane = :lane and"
                + " state in ('READY', 'CROWDED', 'LATER', 'RUNNING') limit 1")
        .bind("lane", lane)
        .mapTo(Long.class)
        .findOne()
        .isPresent();
  }

  /** What the member's line is charged for answers that run, and nobody has seen yet. */
  static double onlyExpected(Handle h, long member) {
    return h.createQuery(
            "select coalesce(sum(charged / weight), 0) from request where member = :member and"
                + " state = 'RUNNING' and charged <= tokens")
        .bind("member", member)
        .mapTo(double.class)
        .one();
  }

  public static int running(Handle h, String account) {
    return h.createQuery(
            "select count(*) from request where state = 'RUNNING' and account = :account")
        .bind("account", account)
        .mapTo(int.class)
        .one();
  }

  /** Whether any waits for nothing but a slot. */
  public static boolean anyReady(Handle h) {
    return h.createQuery("select id from request where state = 'READY' limit 1")
        .mapTo(Long.class)
        .findFirst()
        .isPresent();
  }

  /** How many run, on all accounts together. */
  public static int runningAtAll(Handle h) {
    return h.createQuery("select count(*) from request where state = 'RUNNING'")
        .mapTo(int.class)
        .one();
  }

  /** The time has come for all that wait for one. */
  public static void allDue(Handle h, Instant now) {
    h.createUpdate(
            "update request set not_before = :now where state in ('LATER', 'UNDELIVERED') and"
                + " not_before > :now")
        .bind("now", now)
        .execute();
  }

  /** Those whose time has come. */
  static List<RequestRow> due(Handle h, Instant now) {
    return h.createQuery(ROW + "where state = 'LATER' and not_before <= :now order by arrival")
        .bind("now", now)
        .map(RequestTable::read)
        .list();
  }

  /** Those that another process was running when it was last heard of. */
  static List<RequestRow> abandoned(Handle h, String us, Instant now) {
    return h.createQuery(
            ROW
                + "where state in ('RUNNING', 'DELIVERING') and holder <> :us and"
                + " lease_until <= :now"
                + " order by arrival")
        .bind("us", us)
        .bind("now", now)
        .map(RequestTable::read)
        .list();
  }

  /** All that anybody runs or delivers. */
  static List<RequestRow> allHeld(Handle h) {
    return h.createQuery(ROW + "where state in ('RUNNING', 'DELIVERING') order by arrival")
        .map(RequestTable::read)
        .list();
  }

  /** The member's in this place that wait or run, oldest first. */
  public static List<Long> open(Handle h, long member, String place) {
    return h.createQuery(
            "select id from request where member = :member and"
                + " state in ('READY', 'BEHIND', 'CROWDED', 'LATER', 'RUNNING') and place = :place"
                + " order by arrival")
        .bind("member", member)
        .bind("place", place)
        .mapTo(Long.class)
        .list();
  }

  /** Changes what a waiting request asks; false if it was begun, or is over. */
  public static boolean reword(Handle h, long id, String payload) {
    return h.createUpdate(
                "update request set payload = :payload where id = :id and attempt = 0 and state in"
                    + " ('READY', 'BEHIND', 'CROWDED', 'LATER')")
            .bind("payload", payload)
            .bind("id", id)
            .execute()
        == 1;
  }

  /** Where the member has any that wait or run. */
  public static Set<String> lanes(Handle h, long member) {
    return h.createQuery(
            "select distinct lane from request where member = :member and"
                + " state in ('READY', 'BEHIND', 'CROWDED', 'LATER', 'RUNNING')")
        .bind("member", member)
        .mapTo(String.class)
        .set();
  }

  /** A lane, and the scopes of a place in which somebody asked in it. */
  public record Asked(String lane, List<String> scopes) {}

  /** Where the member ever asked, and did not take it back. */
  public static List<Asked> lanesByScopes(Handle h, long member) {
    return h.createQuery(
            "select distinct lane, place_scopes from request where member = :member and state in"
                + " ('READY', 'BEHIND', 'CROWDED', 'LATER', 'RUNNING', 'DELIVERING', 'UNDELIVERED',"
                + " 'DONE')")
        .bind("member", member)
        .map(
            (row, context) ->
                new Asked(row.getString("lane"), row.getString("place_scopes").lines().toList()))
        .list();
  }

  /** The member's newest, in any state. */
  public static Optional<Long> newest(Handle h, long member) {
    return h.createQuery("select max(id) from request where member = :member")
        .bind("member", member)
        .map((row, context) -> row.getObject(1, Long.class))
        .findOne();
  }

  /** The oldest that nobody brings to the chat. */
  static Optional<RequestRow> undelivered(Handle h, Instant now) {
    return h.createQuery(
            ROW
                + "where state = 'UNDELIVERED' and not_before <= :now"
                + " order by state, not_before limit 1")
        .bind("now", now)
        .map(RequestTable::read)
        .findOne();
  }

  /** Whether there is anything to deliver. */
  public static boolean anyUndelivered(Handle h, Instant now) {
    return undelivered(h, now).isPresent();
  }

  /** Whether another process left anything, or the time of any has come. */
  public static boolean anyToRecover(Handle h, String us, Instant now) {
    return !abandoned(h, us, now).isEmpty() || !due(h, now).isEmpty();
  }

  private static RequestRow.Whole readWhole(ResultSet row, StatementContext context)
      throws SQLException {
    return new RequestRow.Whole(read(row, context), readCarried(row));
  }

  private static NewRequest.Carried readCarried(ResultSet row) throws SQLException {
    return new NewRequest.Carried(
        row.getString("place"),
        row.getString("place_kind"),
        row.getString("place_name"),
        row.getString("place_scopes"),
        row.getString("roles"),
        row.getString("reply_handle"),
        row.getString("payload"));
  }

  private static RequestRow read(ResultSet row, StatementContext context) throws SQLException {
    return new RequestRow(
        row.getLong("id"),
        row.getLong("member"),
        row.getString("lane"),
        State.valueOf(row.getString("state")),
        row.getLong("tokens"),
        row.getLong("charged"),
        row.getDouble("weight"),
        row.getInt("attempt"),
        row.getInt("failures"),
        row.getBoolean("stop_wanted"),
        Times.at(row, "submitted_at"),
        Times.atOrNull(row, "started_at"),
        row.getString("account"),
        row.getString("holder"),
        row.getString("note"),
        row.getString("shown"),
        row.getString("sending"),
        row.getString("pool"));
  }
}
