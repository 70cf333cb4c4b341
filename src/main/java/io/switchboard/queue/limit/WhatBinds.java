package io.switchboard.queue.limit;

import io.switchboard.member.MemberId;
import io.switchboard.queue.limit.ledger.Quota;
import io.switchboard.queue.limit.ledger.SetByAdmins;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.LimitRules;
import io.switchboard.queue.limit.rule.LimitSettings;
import io.switchboard.queue.limit.rule.What;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides which rules bind whoever asks, and says of each why. For a member's own quota the most
 * specific that says something wins: what an admin set for the member replaces the rule for the
 * same thing and window; a role's list replaces the default's list. Pools of places bind beside
 * that, unless it is said for the place that only one of them pays. For the length of a question a
 * place wins over a role over the default.
 */
final class WhatBinds {
  private static final String DEFAULT = "default";
  private static final String MEMBER = "member";

  private final LimitSettings settings;

  WhatBinds(LimitSettings settings) {
    this.settings = settings;
  }

  static String subject(MemberId member) {
    return MEMBER + ":" + member;
  }

  /** All limits that count use. */
  List<Quota> bindings(Asker asker, SetByAdmins set) {
    List<Quota> all = new ArrayList<>();
    for (Why.Verdict verdict : verdicts(asker, set)) {
      Limit limit = verdict.limit();
      if (limit != null && verdict.outcome() == Why.Outcome.BINDS) {
        all.add(new Quota(limit, verdict.scope(), verdict.subject()));
      }
    }
    return all;
  }

  /** Everything that was looked at, with what came of it: the one decision about limits. */
  List<Why.Verdict> verdicts(Asker asker, SetByAdmins set) {
    LimitRules.Pays pays = pays(asker, set);
    List<Why.Verdict> all = new ArrayList<>();
    own(asker, set, What.REQUESTS, LimitRules::requests, all);
    own(asker, set, What.TOKENS, LimitRules::tokens, all);
    if (pays == LimitRules.Pays.PLACE) {
      all.replaceAll(WhatBinds::unpaid);
    }
    List<Why.Verdict> pools = pools(asker);
    if (pays == LimitRules.Pays.MEMBER) {
      pools.replaceAll(WhatBinds::unpaid);
    }
    all.addAll(pools);
    return all;
  }

  private static Why.Verdict unpaid(Why.Verdict verdict) {
    return verdict.outcome() == Why.Outcome.BINDS ? verdict.with(Why.Outcome.UNPAID) : verdict;
  }

  private void own(
      Asker asker,
      SetByAdmins set,
      What what,
      Function<LimitRules, @Nullable List<Limit>> key,
      List<Why.Verdict> to) {
    String subject = subject(asker.member());
    List<Limit> overrides = set.limits().stream().filter(l -> l.what() == what).toList();
    overrides.forEach(l -> to.add(verdict(l, MEMBER, subject, Why.Outcome.BINDS, "")));
    String winner = "";
    for (Map.Entry<String, LimitRules> scope : scopes(asker).entrySet()) {
      List<Limit> said = key.apply(scope.getValue());
      if (said == null || said.isEmpty()) {
        Why.Outcome outcome =
            said == null
                ? Why.Outcome.SILENT
                : winner.isEmpty() ? Why.Outcome.FREE : Why.Outcome.REPLACED;
        to.add(new Why.Verdict(what, null, scope.getKey(), subject, outcome, winner));
      } else {
        for (Limit limit : said) {
          boolean overridden = overrides.stream().anyMatch(o -> o.window() == limit.window());
          String by = !winner.isEmpty() ? winner : overridden ? MEMBER : "";
          Why.Outcome outcome = by.isEmpty() ? Why.Outcome.BINDS : Why.Outcome.REPLACED;
          to.add(verdict(limit, scope.getKey(), subject, outcome, by));
        }
      }
      if (said != null && winner.isEmpty()) {
        winner = scope.getKey();
      }
    }
  }

  /** The asker's roles in the configuration's order, then the default. */
  private Map<String, LimitRules> scopes(Asker asker) {
    Map<String, LimitRules> scopes = new LinkedHashMap<>();
    settings
        .roles()
        .forEach(
            (role, rules) -> {
              if (asker.roles().contains(role)) {
                scopes.put(role, rules);
              }
            });
    scopes.put(DEFAULT, settings.default_());
    return scopes;
  }

  private List<Why.Verdict> pools(Asker asker) {
    List<Why.Verdict> pools = new ArrayList<>();
    for (String scope : asker.place().scopes()) {
      LimitRules pool = settings.places().get(scope);
      if (pool != null) {
        pool.limits().forEach(l -> pools.add(verdict(l, scope, scope, Why.Outcome.BINDS, "")));
      }
    }
    return pools;
  }

  private static Why.Verdict verdict(
      Limit limit, String scope, String subject, Why.Outcome outcome, String by) {
    return new Why.Verdict(limit.what(), limit, scope, subject, outcome, by);
  }

  /**
   * Whose quota is used: what is said for the most specific scope of the place. A place without a
   * pool has nothing to pay with, so that its members pay.
   */
  LimitRules.Pays pays(Asker asker, SetByAdmins set) {
    if (pool(asker) == null) {
      return LimitRules.Pays.MEMBER;
    }
    for (String scope : asker.place().scopes()) {
      LimitRules rules = settings.places().get(scope);
      LimitRules.Pays said = set.pays().get(scope);
      if (said == null && rules != null) {
        said = rules.pays();
      }
      if (said != null) {
        return said;
      }
    }
    return LimitRules.Pays.BOTH;
  }

  /** The most specific scope of the place that has a pool; null if none has. */
  @Nullable String pool(Asker asker) {
    List<Why.Verdict> pools = pools(asker);
    return pools.isEmpty() ? null : pools.getFirst().scope();
  }

  /** All whose quota may be used: to be locked, whoever pays. The member itself is always one. */
  Set<String> subjects(Asker asker) {
    Set<String> subjects = new LinkedHashSet<>();
    subjects.add(subject(asker.member()));
    pools(asker).forEach(pool -> subjects.add(pool.subject()));
    return subjects;
  }

  /** All whose quota is used; the member's use counts even where no limit is set yet. */
  Set<String> payers(Asker asker, SetByAdmins set) {
    Set<String> payers = subjects(asker);
    switch (pays(asker, set)) {
      case MEMBER -> payers.retainAll(Set.of(subject(asker.member())));
      case PLACE -> payers.remove(subject(asker.member()));
      case BOTH -> {}
    }
    return payers;
  }

  /** So many at once; null for any number. */
  @Nullable Integer running(Asker asker) {
    return ofMember(asker, LimitRules::running);
  }

  /** So many waiting; null for any number. */
  @Nullable Integer waiting(Asker asker) {
    return ofMember(asker, LimitRules::waiting);
  }

  /** So many conversations; null for any number. */
  @Nullable Integer conversations(Asker asker) {
    return ofMember(asker, LimitRules::conversations);
  }

  /** So many characters; null for any number. */
  @Nullable Integer promptLength(Asker asker) {
    for (String scope : asker.place().scopes()) {
      LimitRules place = settings.places().get(scope);
      if (place != null && place.promptLength() != null) {
        return place.promptLength();
      }
    }
    return ofMember(asker, LimitRules::promptLength);
  }

  private @Nullable Integer ofMember(Asker asker, Function<LimitRules, @Nullable Integer> key) {
    for (LimitRules rules : scopes(asker).values()) {
      Integer said = key.apply(rules);
      if (said != null) {
        return said;
      }
    }
    return null;
  }
}
