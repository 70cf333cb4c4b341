package io.switchboard.queue.limit;

import io.switchboard.chat.Place;
import io.switchboard.queue.limit.ledger.SetForScope;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.LimitRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is said for a place and what it belongs to: in the configuration, and by admins since. What
 * an admin set takes the place of what the configuration says of the same thing and window there.
 */
record OfPlace(Map<String, LimitRules> configured, Map<String, SetForScope> set, Place place) {
  /** As the one who set it is called among the scopes that replace others. */
  static final String SET = "set";

  /** What counts, by scope, the most specific first; without those of which nothing is said. */
  Map<String, LimitRules> rules() {
    Map<String, LimitRules> rules = new LinkedHashMap<>();
    for (String scope : place.scopes()) {
      if (configured.containsKey(scope) || set.containsKey(scope)) {
        SetForScope said = said(scope);
        rules.put(
            scope,
            configured(scope)
                .with(said.limits(), said.models(), said.beside().weight(), said.beside().hours()));
      }
    }
    return rules;
  }

  private LimitRules configured(String scope) {
    return configured.getOrDefault(scope, LimitRules.DEFAULTS);
  }

  private SetForScope said(String scope) {
    return set.getOrDefault(scope, SetForScope.NOTHING);
  }

  /** What all who ask there have together, and what of it was replaced. */
  List<Why.Verdict> pools() {
    List<Why.Verdict> pools = new ArrayList<>();
    rules()
        .forEach(
            (scope, rules) -> {
              rules.pooled().forEach(l -> pools.add(verdict(l, scope, Why.Outcome.BINDS, "")));
              configured(scope).pooled().stream()
                  .filter(l -> l.replacedBy(said(scope).limits()).isPresent())
                  .forEach(l -> pools.add(verdict(l, scope, Why.Outcome.REPLACED, SET)));
            });
    return pools;
  }

  private static Why.Verdict verdict(Limit limit, String scope, Why.Outcome outcome, String by) {
    return new Why.Verdict(limit.what(), limit, scope, scope, outcome, by);
  }

  /** Those of which something may be counted, so that they can pay. */
  Set<String> counting() {
    Set<String> counting = new LinkedHashSet<>();
    rules()
        .forEach(
            (scope, rules) -> {
              if (!rules.counted().isEmpty()) {
                counting.add(scope);
              }
            });
    return counting;
  }

  /** Those in which something is bounded for all together, be it counted or not. */
  Set<String> bounding() {
    Set<String> bounding = new LinkedHashSet<>();
    pools().forEach(pool -> bounding.add(pool.scope()));
    return bounding;
  }

  /** Whose quota is used: what the most specific says; a place that counts nothing cannot pay. */
  LimitRules.Pays pays() {
    if (counting().isEmpty()) {
      return LimitRules.Pays.MEMBER;
    }
    for (String scope : place.scopes()) {
      LimitRules.@Nullable Pays here = said(scope).pays();
      here = here == null ? configured(scope).pays() : here;
      if (here != null) {
        return here;
      }
    }
    return LimitRules.Pays.BOTH;
  }
}
