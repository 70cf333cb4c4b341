package io.switchboard.queue.limit.ledger;

import io.switchboard.db.time.Times;
import io.switchboard.queue.limit.rule.Boost;
import io.switchboard.queue.limit.rule.What;
import io.switchboard.queue.limit.rule.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * What was given for a time.
 *
 * @param owner the column that says whose it is: a member's number, or a scope
 */
public record BoostTable(String table, String owner) {
  /** Of members. */
  public static final BoostTable OF_MEMBERS = new BoostTable("limit_boost", "member");

  /** Of places, roles and everybody, by their scopes. */
  public static final BoostTable OF_SCOPES = new BoostTable("limit_scope_boost", "scope");

  /** Boosts that ended longer ago than this cover nothing that counts. */
  private static final Duration KEPT = Window.LONGEST;

  /** Those of these owners that may still cover something, by owner, the first first. */
  Map<String, List<Boost>> of(Handle h, Collection<?> owners, Instant now) {
    Map<String, List<Boost>> all = new HashMap<>();
    if (!owners.isEmpty()) {
      h.createQuery(
              "select "
                  + owner
                  + ", what, amount, from_at, until_at from "
                  + table
                  + " where "
                  + owner
                  + " in (<owners>) and until_at > :opens order by from_at")
          .bindList("owners", List.copyOf(owners))
          .bind("opens", now.minus(KEPT))
          .map(
              (row, context) ->
                  all.computeIfAbsent(row.getString(owner), o -> new ArrayList<>())
                      .add(
                          new Boost(
                              What.valueOf(row.getString("what")),
                              row.getLong("amount"),
                              Times.at(row, "from_at"),
                              Times.at(row, "until_at"))))
          .list();
    }
    return all;
  }

  /**
   * These run from now on, and no others: what another covered until now stays covered. One that
   * was cut short before goes on as it is given here.
   */
  public void set(Handle h, Object whose, What what, List<Boost> wanted, Instant now) {
    String its = " where " + owner + " = :owner and what = :what and ";
    h.createUpdate("delete from " + table + its + "from_at >= :now")
        .bind("owner", whose)
        .bind("what", what.name())
        .bind("now", now)
        .execute();
    h.createUpdate("update " + table + " set until_at = :now" + its + "until_at > :now")
        .bind("owner", whose)
        .bind("what", what.name())
        .bind("now", now)
        .execute();
    for (Boost boost : wanted) {
      h.createUpdate("delete from " + table + its + "from_at = :from")
          .bind("owner", whose)
          .bind("what", what.name())
          .bind("from", boost.from())
          .execute();
      insert(h, whose, boost);
    }
  }

  private void insert(Handle h, Object whose, Boost boost) {
    h.createUpdate(
            "insert into "
                + table
                + " ("
                + owner
                + ", what, amount, from_at, until_at) values (:owner, :what, :amount, :from,"
                + " :until)")
        .bind("owner", whose)
        .bind("what", boost.what().name())
        .bind("amount", boost.amount())
        .bind("from", boost.from())
        .bind("until", boost.until())
        .execute();
  }
}
