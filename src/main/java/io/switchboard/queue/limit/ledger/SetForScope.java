package io.switchboard.queue.limit.ledger;

import io.switchboard.queue.limit.rule.Boost;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.LimitRules.Pays;
import io.switchboard.queue.limit.rule.What;
import io.switchboard.queue.limit.rule.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What admins set at run time for a place or what it belongs to, for a role, or for everybody.
 *
 * @param pays null if nothing is set; of places only
 * @param limits in the place of what the configuration says of the same thing and window
 * @param models that may be used there; empty if nothing is set
 * @param beside what is set beside limits
 * @param boosts those that ended not long ago included
 */
public record SetForScope(
    @Nullable Pays pays,
    List<Limit> limits,
    List<String> models,
    Beside beside,
    List<Boost> boosts) {
  /** Nothing is set. */
  public static final SetForScope NOTHING =
      new SetForScope(null, List.of(), List.of(), Beside.NOTHING, List.of());

  /** What is set for these scopes, for those of which anything is. */
  public static Map<String, SetForScope> of(Handle h, Collection<String> scopes, Instant now) {
    if (scopes.isEmpty() || !anythingIsSet(h, scopes)) {
      return Map.of();
    }
    Map<String, Pays> pays = new HashMap<>();
    h.createQuery("select scope, pays from limit_payer where scope in (<scopes>)")
        .bindList("scopes", List.copyOf(scopes))
        .map((row, c) -> pays.put(row.getString("scope"), Pays.valueOf(row.getString("pays"))))
        .list();
    Map<String, List<Limit>> limits = new HashMap<>();
    h.createQuery("select * from limit_place where scope in (<scopes>) order by what, amount")
        .bindList("scopes", List.copyOf(scopes))
        .map((row, context) -> add(limits, row.getString("scope"), SetByAdmins.limit(row)))
        .list();
    Map<String, List<String>> models = new HashMap<>();
    h.createQuery("select * from limit_place_model where scope in (<scopes>) order by model")
        .bindList("scopes", List.copyOf(scopes))
        .map((row, context) -> add(models, row.getString("scope"), row.getString("model")))
        .list();
    Map<String, Beside> beside = Beside.of(h, scopes);
    Map<String, List<Boost>> boosts = BoostTable.OF_SCOPES.of(h, scopes, now);
    Map<String, SetForScope> all = new HashMap<>();
    for (String scope : scopes) {
      SetForScope set =
          new SetForScope(
              pays.get(scope),
              limits.getOrDefault(scope, List.of()),
              models.getOrDefault(scope, List.of()),
              beside.getOrDefault(scope, Beside.NOTHING),
              boosts.getOrDefault(scope, List.of()));
      if (!set.equals(NOTHING)) {
        all.put(scope, set);
      }
    }
    return all;
  }

  /** One way to the database instead of five, and as a rule nothing is set. */
  private static boolean anythingIsSet(Handle h, Collection<String> scopes) {
    return h.createQuery(
            "select exists (select 1 from limit_payer where scope in (<scopes>))"
                + " or exists (select 1 from limit_place where scope in (<scopes>))"
                + " or exists (select 1 from limit_place_model where scope in (<scopes>))"
                + " or exists (select 1 from limit_beside where subject in (<scopes>))"
                + " or exists (select 1 from limit_scope_boost where scope in (<scopes>))")
        .bindList("scopes", List.copyOf(scopes))
        .mapTo(Boolean.class)
        .one();
  }

  private static <T> boolean add(Map<String, List<T>> to, String scope, T one) {
    return to.computeIfAbsent(scope, s -> new ArrayList<>()).add(one);
  }

  /** What is set for any, by its scope. */
  public static Map<String, List<Limit>> limits(Handle h) {
    Map<String, List<Limit>> all = new HashMap<>();
    h.createQuery("select * from limit_place order by what, amount")
        .map((row, context) -> add(all, row.getString("scope"), SetByAdmins.limit(row)))
        .list();
    return all;
  }

  public static void pays(Handle h, String scope, Pays pays) {
    h.createUpdate("delete from limit_payer where scope = :scope").bind("scope", scope).execute();
    h.createUpdate("insert into limit_payer (scope, pays) values (:scope, :pays)")
        .bind("scope", scope)
        .bind("pays", pays.name())
        .execute();
  }

  /** Who pays there is as the configuration says. */
  public static void nobodyPays(Handle h, String scope) {
    h.createUpdate("delete from limit_payer where scope = :scope").bind("scope", scope).execute();
  }

  /** As the configuration says, for one thing and window. */
  public static void noLimit(Handle h, String scope, What what, Window per) {
    h.createUpdate("delete from limit_place where scope = :scope and what = :what and per = :per")
        .bind("scope", scope)
        .bind("what", what.name())
        .bind("per", per.name())
        .execute();
  }

  public static void limit(Handle h, String scope, Limit limit) {
    noLimit(h, scope, limit.what(), limit.window());
    h.createUpdate(
            "insert into limit_place (scope, what, per, amount)"
                + " values (:scope, :what, :per, :amount)")
        .bind("scope", scope)
        .bind("what", limit.what().name())
        .bind("per", limit.window().name())
        .bind("amount", limit.amount())
        .execute();
  }

  /** Which models may be used there; none for what the rules say. */
  public static void models(Handle h, String scope, Collection<String> models) {
    h.createUpdate("delete from limit_place_model where scope = :scope")
        .bind("scope", scope)
        .execute();
    for (String model : Set.copyOf(models)) {
      h.createUpdate("insert into limit_place_model (scope, model) values (:scope, :model)")
          .bind("scope", scope)
          .bind("model", model)
          .execute();
    }
  }

  /** Back to the configuration; who pays, and what was given for a time, stay as they are. */
  public static void clear(Handle h, String scope) {
    for (String table : List.of("limit_place", "limit_place_model")) {
      h.createUpdate("delete from " + table + " where scope = :scope")
          .bind("scope", scope)
          .execute();
    }
    Beside.put(h, scope, Beside.NOTHING);
  }
}
