package io.switchboard.queue.line;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The state of each request and what goes with it, as it is written. Only {@link Moves} does, which
 * holds the queue's clock and keeps the lines true.
 */
final class StateTable {
  private StateTable() {}

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

  static void moveAll(Handle h, long from, long to) {
    h.createUpdate("update request set member = :to where member = :from")
        .bind("to", to)
        .bind("from", from)
        .execute();
  }

  /** Waiting ones for which no account is there any more may be answered by any. */
  static int unpool(Handle h, List<String> pools) {
    List<Long> members =
        h.createQuery(
                "select distinct member from request where pool not in (<pools>) and"
                    + " state in ('READY', 'BEHIND', 'CROWDED', 'LATER')")
            .bindList("pools", pools)
            .mapTo(Long.class)
            .list();
    int changed =
        h.createUpdate(
                "update request set pool = '' where pool not in (<pools>) and"
                    + " state in ('READY', 'BEHIND', 'CROWDED', 'LATER')")
            .bindList("pools", pools)
            .execute();
    members.forEach(member -> LineTable.find(h, member).ifPresent(l -> LineTable.save(h, l)));
    return changed;
  }

  static void crowded(Handle h, long id) {
    h.createUpdate("update request set state = 'CROWDED', not_before = null where id = :id")
        .bind("id", id)
        .execute();
  }

  static void ready(Handle h, long id) {
    h.createUpdate("update request set state = 'READY', not_before = null where id = :id")
        .bind("id", id)
        .execute();
  }

  /** The oldest of this line; empty if none of it may be claimed. */
  static Optional<RequestRow.Whole> running(
      Handle h, Line line, String account, String holder, Instant now, Instant leaseUntil) {
    return RequestTable.taken(
        h.createUpdate(
                "update request set state = 'RUNNING', account = :account, holder = :holder,"
                    + " lease_until = :until, started_at = :now, attempt = attempt + 1,"
                    + " charged = tokens, weight = :weight, note_at = null where id = (select id"
                    + RequestTable.OLDEST_READY
                    + ")")
            .bind("account", account)
            .bind("holder", holder)
            .bind("until", leaseUntil)
            .bind("now", now)
            .bind("weight", line.weight())
            .bind("member", line.member()));
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

  static void charged(Handle h, long id, long tokens) {
    h.createUpdate("update request set charged = :tokens where id = :id")
        .bind("tokens", tokens)
        .bind("id", id)
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

  /** One that this process has brought to the chat; false if it was not this one's to bring. */
  static boolean delivered(Handle h, long id, String holder, Instant now) {
    return h.createUpdate(
                "update request set state = 'DONE', ended_at = :now, holder = null, lease_until ="
                    + " null, note_at = null where id = :id and state = 'DELIVERING' and holder ="
                    + " :holder")
            .bind("now", now)
            .bind("id", id)
            .bind("holder", holder)
            .execute()
        == 1;
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
                + " lease_until = null where id = :id and state = 'DELIVERING'")
        .bind("before", notBefore)
        .bind("id", row.id())
        .execute();
  }

  static Optional<RequestRow.Whole> deliveredBy(
      Handle h, RequestRow row, String holder, Instant leaseUntil) {
    return RequestTable.taken(
        h.createUpdate(
                "update request set state = 'DELIVERING', not_before = null, holder = :holder,"
                    + " lease_until = :until, attempt = attempt + 1 where id = :id")
            .bind("holder", holder)
            .bind("until", leaseUntil)
            .bind("id", row.id()));
  }
}
