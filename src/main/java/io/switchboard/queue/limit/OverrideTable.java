package io.switchboard.queue.limit;

import io.switchboard.member.MemberId;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What admins set for single members. */
final class OverrideTable {
  private OverrideTable() {}

  static List<Limit> of(Handle h, MemberId member) {
    return h.createQuery(
            "select what, per, amount from limit_override where member = :member"
                + " order by what, amount")
        .bind("member", member.value())
        .map(
            (row, context) ->
                new Limit(
                    Limit.What.valueOf(row.getString("what")),
                    row.getLong("amount"),
                    Limit.Window.valueOf(row.getString("per"))))
        .list();
  }

  static void set(Handle h, MemberId member, Limit limit) {
    h.createUpdate(
            "delete from limit_override where member = :member and what = :what and per = :per")
        .bind("member", member.value())
        .bind("what", limit.what().name())
        .bind("per", limit.window().name())
        .execute();
    h.createUpdate(
            "insert into limit_override (member, what, per, amount)"
                + " values (:member, :what, :per, :amount)")
        .bind("member", member.value())
        .bind("what", limit.what().name())
        .bind("per", limit.window().name())
        .bind("amount", limit.amount())
        .execute();
  }

  static void clear(Handle h, MemberId member) {
    h.createUpdate("delete from limit_override where member = :member")
        .bind("member", member.value())
        .execute();
  }
}
