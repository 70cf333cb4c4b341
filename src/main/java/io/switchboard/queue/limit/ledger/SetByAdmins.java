package io.switchboard.queue.limit.ledger;

import io.switchboard.member.MemberId;
import io.switchboard.member.Members;
import io.switchboard.queue.limit.rule.Boost;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.What;
import io.switchboard.queue.limit.rule.Window;
import io.switchboard.queue.limit.rule.Zone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What admins set at run time, as far as it concerns one who asks.
 *
 * @param limits the member's own
 * @param boosts the member's, those that have ended not long ago included
 * @param models that the member may use; empty if nothing is set
 * @param beside what is set for the member beside limits
 * @param zone where the member's days begin; null as where the server's do
 * @param scopes what is set for the place, the roles and everybody, for those of which anything is
 */
public record SetByAdmins(
    List<Limit> limits,
    List<Boost> boosts,
    List<String> models,
    Beside beside,
    @Nullable Zone zone,
    Map<String, SetForScope> scopes) {
  /** What concerns this member where these scopes count. */
  public static SetByAdmins of(Handle h, MemberId member, Collection<String> scopes, Instant now) {
    Zone zone = Members.zone(h, member).map(at -> new Zone(at.id(), at.since())).orElse(null);
    Map<String, SetForScope> forScopes = SetForScope.of(h, scopes, now);
    if (!anythingIsSet(h, member)) {
      return new SetByAdmins(List.of(), List.of(), List.of(), Beside.NOTHING, zone, forScopes);
    }
    return new SetByAdmins(
        limits(h, member),
        BoostTable.OF_MEMBERS
            .of(h, List.of(member.value()), now)
            .getOrDefault(member.toString(), List.of()),
        models(h, member),
        Beside.of(h, Subjects.of(member)),
        zone,
        forScopes);
  }

  /** One way to the database instead of four, and as a rule nothing is set. */
  private static boolean anythingIsSet(Handle h, MemberId member) {
    return h.createQuery(
            "select exists (select 1 from limit_override where member = :member)"
                + " or exists (select 1 from limit_boost where member = :member)"
                + " or exists (select 1 from limit_model where member = :member)"
                + " or exists (select 1 from limit_beside where subject = :subject)")
        .bind("member", member.value())
        .bind("subject", Subjects.of(member))
        .mapTo(Boolean.class)
        .one();
  }

  private static List<Limit> limits(Handle h, MemberId member) {
    return h.createQuery(
            "select what, per, amount from limit_override where member = :member"
                + " order by what, amount")
        .bind("member", member.value())
        .map((row, context) -> limit(row))
        .list();
  }

  static Limit limit(ResultSet row) throws SQLException {
    return new Limit(
        What.valueOf(row.getString("what")),
        row.getLong("amount"),
        Window.valueOf(row.getString("per")));
  }

  private static List<String> models(Handle h, MemberId member) {
    return h.createQuery("select model from limit_model where member = :member order by model")
        .bind("member", member.value())
        .mapTo(String.class)
        .list();
  }

  public static void limit(Handle h, MemberId member, Limit limit) {
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

  /** Which models the member may use; none for what the rules say. */
  public static void models(Handle h, MemberId member, List<String> models) {
    h.createUpdate("delete from limit_model where member = :member")
        .bind("member", member.value())
        .execute();
    for (String model : Set.copyOf(models)) {
      h.createUpdate("insert into limit_model (member, model) values (:member, :model)")
          .bind("member", member.value())
          .bind("model", model)
          .execute();
    }
  }

  /** Back to the rules, for one thing and window. */
  public static void noLimit(Handle h, MemberId member, What what, Window per) {
    h.createUpdate(
            "delete from limit_override where member = :member and what = :what and per = :per")
        .bind("member", member.value())
        .bind("what", what.name())
        .bind("per", per.name())
        .execute();
  }

  /** Back to the rules, for all that is counted or bounded. */
  public static void noLimits(Handle h, MemberId member) {
    h.createUpdate("delete from limit_override where member = :member")
        .bind("member", member.value())
        .execute();
  }

  /** Of two limits for the same thing and window the lower one stays: admins had a reason. */
  public static void merge(Handle h, MemberId from, MemberId to) {
    for (String sql :
        List.of(
            "delete from limit_override where member = :to and exists (select 1 from"
                + " limit_override o where o.member = :from and o.what = limit_override.what and"
                + " o.per = limit_override.per and o.amount <= limit_override.amount)",
            "delete from limit_override where member = :from and exists (select 1 from"
                + " limit_override o where o.member = :to and o.what = limit_override.what and"
                + " o.per = limit_override.per)",
            "update limit_override set member = :to where member = :from",
            "update limit_boost set member = :to where member = :from",
            // Of two choices of models, what either may not use is not to be had that way.
            "delete from limit_model where member = :to and exists (select 1 from limit_model m"
                + " where m.member = :from) and not exists (select 1 from limit_model m where"
                + " m.member = :from and m.model = limit_model.model)",
            "delete from limit_model where member = :from and exists (select 1 from limit_model m"
                + " where m.member = :to)",
            "update limit_model set member = :to where member = :from")) {
      h.createUpdate(sql).bind("from", from.value()).bind("to", to.value()).execute();
    }
    Beside.merge(h, Subjects.of(from), Subjects.of(to));
  }

  public static void copy(Handle h, MemberId whole, MemberId part) {
    for (String sql :
        List.of(
            "insert into limit_override (member, what, per, amount) select cast(:part as bigint),"
                + " w.what, w.per, w.amount from limit_override w where w.member = :whole",
            "insert into limit_model (member, model) select cast(:part as bigint), w.model from"
                + " limit_model w where w.member = :whole")) {
      h.createUpdate(sql).bind("whole", whole.value()).bind("part", part.value()).execute();
    }
    Beside.put(h, Subjects.of(part), Beside.of(h, Subjects.of(whole)));
  }
}
