package io.switchboard.queue.line;

import io.switchboard.db.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The requests. Every question asked here is one probe of an index, however many wait. */
public final class RequestTable {
  private static final String ROW =
      "select id, member, lane, state, tokens, charged, weight, attempt, failures, stop_wanted,"
          + " submitted_at, started_at, account, holder, place, note, shown, sending, pool from"
          + " request ";

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
    return h.createQuery(
            "select place, place_kind, place_name, place_scopes, roles, reply_handle, payload"
                + " from request where id = :id")
        .bind("id", id)
        .map(
            (row, context) ->
                new NewRequest.Carried(
                    row.getString("place"),
                    row.getString("place_kind"),
                    row.getString("place_name"),
                    row.getString("place_scopes"),
                    row.getString("roles"),
                    row.getString("reply_handle"),
                    row.getString("payload")))
        .one();
  }

  /** The member's oldest that may be claimed. */
  static Optional<Line.Head> oldestReady(Handle h, long member) {
    return h.createQuery(
            "select id, pool from request where member = :member and state = 'READY'"
                + " order by member, state, arrival limit 1")
        .bind("member", member)
        .map((row, context) -> new Line.Head(row.getLong("id"), row.getString("pool")))
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
                + " state in ('READY', 'LATER', 'RUNNING') limit 1")
        .bind("lane", lane)
        .mapTo(Long.class)
        .findOne()
        .isPresent();
  }

  public static int running(Handle h, String account) {
    return h.createQuery(
            "select count(*) from request where state = 'RUNNING' and account = :account")
        .bind("account", account)
        .mapTo(int.class)
        .one();
  }

  /** How many run, on all accounts together. */
  public static int runningAtAll(Handle h) {
    return h.createQuery("select count(*) from request where state = 'RUNNING'")
        .mapTo(int.class)
        .one();
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
                + " state in ('READY', 'BEHIND', 'LATER', 'RUNNING') and place = :place"
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
                    + " ('READY', 'BEHIND', 'LATER')")
            .bind("payload", payload)
            .bind("id", id)
            .execute()
        == 1;
  }

  /** Waiting ones for which no account is there any more may be answered by any. */
  static int unpool(Handle h, List<String> pools) {
    List<Long> members =
        h.createQuery(
                "select distinct member from request where pool not in (<pools>) and"
                    + " state in ('READY', 'BEHIND', 'LATER')")
            .bindList("pools", pools)
            .mapTo(Long.class)
            .list();
    int changed =
        h.createUpdate(
                "update request set pool = '' where pool not in (<pools>) and"
                    + " state in ('READY', 'BEHIND', 'LATER')")
            .bindList("pools", pools)
            .execute();
    members.forEach(member -> LineTable.find(h, member).ifPresent(l -> LineTable.save(h, l)));
    return changed;
  }

  static void moveAll(Handle h, long from, long to) {
    h.createUpdate("update request set member = :to where member = :from")
        .bind("to", to)
        .bind("from", from)
        .execute();
  }

  /** Where the member has any that wait or run. */
  public static Set<String> lanes(Handle h, long member) {
    return h.createQuery(
            "select distinct lane from request where member = :member and"
                + " state in ('READY', 'BEHIND', 'LATER', 'RUNNING')")
        .bind("member", member)
        .mapTo(String.class)
        .set();
  }

  /** The member's newest, in any state. */
  public static Optional<Long> newest(Handle h, long member) {
    return h.createQuery("select max(id) from request where member = :member")
        .bind("member", member)
        .map((row, context) -> row.getObject(1, Long.class))
        .findOne();
  }

  static void insert(Handle h, long id, NewRequest request, State state) {
    NewRequest.Carried carried = request.carried();
    h.createUpdate(
            "insert into request (id, arrival, event_key, member, lane, state, tokens, charged,"
                + " attempt, failures, stop_wanted, submitted_at, place, place_kind, place_name,"
                + " place_scopes, roles, reply_handle, payload, pool) values (:id, :id, :key,"
                + " :member, :lane, :state, :tokens, 0, 0, 0, false, :at, :place, :kind, :name,"
                + " :scopes, :roles, :reply, :payload, :pool)")
        .bind("id", id)
        .bind("key", request.key())
        .bind("member", request.member())
        .bind("lane", request.lane())
        .bind("state", state.name())
        .bind("tokens", request.tokens())
        .bind("at", request.submittedAt())
        .bind("place", carried.place())
        .bind("kind", carried.placeKind())
        .bind("name", carried.placeName())
        .bind("scopes", carried.scopes())
        .bind("roles", carried.roles())
        .bind("reply", carried.replyHandle())
        .bind("payload", carried.payload())
        .bind("pool", request.pool())
        .execute();
  }

  static void ready(Handle h, long id) {
    h.createUpdate("update request set state = 'READY', not_before = null where id = :id")
        .bind("id", id)
        .execute();
  }

  static void running(
      Handle h, RequestRow row, String account, String holder, Instant now, Instant leaseUntil) {
    h.createUpdate(
            "update request set state = 'RUNNING', account = :account, holder = :holder,"
                + " lease_until = :until, started_at = :now, attempt = attempt + 1,"
                + " charged = tokens, weight = (select l.weight from line l where l.member ="
                + " request.member), note_at = null where id = :id")
        .bind("account", account)
        .bind("holder", holder)
        .bind("until", leaseUntil)
        .bind("now", now)
        .bind("id", row.id())
        .execute();
  }

  static void waiting(Handle h, RequestRow row, State state, @Nullable Instant notBefore) {
    h.createUpdate(
            "update request set state = :state, not_before = :before, account = null,"
                + " holder = null, lease_until = null, started_at = null, charged = 0"
                + " where id = :id")
        .bind("state", state.name())
        .bind("before", notBefore)
        .bind("id", row.id())
        .execute();
  }

  static void over(Handle h, RequestRow row, State state, long tokens, Instant now) {
    h.createUpdate(
            "update request set state = :state, tokens = :tokens, charged = :tokens,"
                + " ended_at = :now, holder = null, lease_until = null, not_before = null,"
                + " note_at = null where id = :id")
        .bind("state", state.name())
        .bind("tokens", tokens)
        .bind("now", now)
        .bind("id", row.id())
        .execute();
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

  static void delivering(Handle h, RequestRow row, long tokens) {
    h.createUpdate(
            "update request set state = 'DELIVERING', tokens = :tokens, charged = :tokens"
                + " where id = :id")
        .bind("tokens", tokens)
        .bind("id", row.id())
        .execute();
  }

  static void undelivered(Handle h, RequestRow row, Instant notBefore) {
    h.createUpdate(
            "update request set state = 'UNDELIVERED', not_before = :before, holder = null,"
                + " lease_until = null where id = :id")
        .bind("before", notBefore)
        .bind("id", row.id())
        .execute();
  }

  static void deliveredBy(Handle h, RequestRow row, String holder, Instant leaseUntil) {
    h.createUpdate(
            "update request set state = 'DELIVERING', not_before = null, holder = :holder,"
                + " lease_until = :until, attempt = attempt + 1 where id = :id")
        .bind("holder", holder)
        .bind("until", leaseUntil)
        .bind("id", row.id())
        .execute();
  }

  static void charged(Handle h, long id, long tokens) {
    h.createUpdate("update request set charged = :tokens where id = :id")
        .bind("tokens", tokens)
        .bind("id", id)
        .execute();
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
        row.getString("place"),
        row.getString("note"),
        row.getString("shown"),
        row.getString("sending"),
        row.getString("pool"));
  }
}
