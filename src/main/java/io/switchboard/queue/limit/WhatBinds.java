package io.switchboard.queue.limit;

import io.switchboard.member.MemberId;
import io.switchboard.queue.limit.ledger.Quota;
import io.switchboard.queue.limit.ledger.SetByAdmins;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.LimitRules;
import io.switchboard.queue.limit.rule.LimitSettings;
import io.switchboard.queue.limit.rule.What;
import io.switchboard.queue.limit.rule.Zone;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides which rules bind whoever asks, and says of each why. For a member's own quota the most
 * specific that says something wins: what an admin set for the member replaces the rule for the
 * same thing and window; a role's list replaces the default's list. Pools of places bind beside
 * that, unless it is said for the place that only one of them pays. What bounds a single question
 * (its length, its files, its model) may also be said for a place, which wins over a role.
 */
final class WhatBinds {
  private static final String DEFAULT = "default";
  static final String MEMBER = "member";

  private final LimitSettings settings;
  private final Zone server;

  /**
   * @param server where the days of places begin, and of members who have not said theirs
   */
  WhatBinds(LimitSettings settings, Zone server) {
    this.settings = settings;
    this.server = server;
  }

  static String subject(MemberId member) {
    return MEMBER + ":" + member;
  }

  /** All limits that count use. */
  List<Quota> quotas(Asker asker, SetByAdmins set) {
    return verdicts(asker, set).stream()
        .filter(verdict -> verdict.what().counted())
        .map(verdict -> quota(verdict, set))
        .filter(Objects::nonNull)
        .toList();
  }

  private @Nullable Quota quota(Why.Verdict verdict, SetByAdmins set) {
    Limit limit = verdict.limit();
    if (limit == null || verdict.outcome() != Why.Outcome.BINDS) {
      return null;
    }
    boolean own = verdict.subject().startsWith(MEMBER + ":");
    Zone said = set.zone();
    return new Quota(
        limit, verdict.scope(), verdict.subject(), own && said != null ? said : server);
  }

  /** So much of what is bounded at any time; null for any amount. */
  @Nullable Limit bound(Asker asker, SetByAdmins set, What what) {
    List<Why.Verdict> verdicts = new ArrayList<>();
    own(asker, set, what, verdicts);
    return verdicts.stream()
        .filter(verdict -> verdict.outcome() == Why.Outcome.BINDS)
        .map(Why.Verdict::limit)
        .findFirst()
        .orElse(null);
  }

  /** Everything that was looked at, with what came of it: the one decision about limits. */
  List<Why.Verdict> verdicts(Asker asker, SetByAdmins set) {
    LimitRules.Pays pays = pays(asker, set);
    List<Why.Verdict> all = new ArrayList<>();
    for (What what : What.values()) {
      if (what.counted()) {
        own(asker, set, what, all);
      }
    }
    if (pays == LimitRules.Pays.PLACE) {
      all.replaceAll(WhatBinds::unpaid);
    }
    for (What what : What.values()) {
      if (!what.counted()) {
        own(asker, set, what, all);
      }
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

  private void own(Asker asker, SetByAdmins set, What what, List<Why.Verdict> to) {
    String subject = subject(asker.member());
    List<Limit> overrides = set.limits().stream().filter(l -> l.what() == what).toList();
    overrides.forEach(l -> to.add(verdict(l, MEMBER, subject, Why.Outcome.BINDS, "")));
    String winner = "";
    for (Map.Entry<String, LimitRules> scope : scopes(asker, what.ofOneQuestion()).entrySet()) {
      List<Limit> said = scope.getValue().said(what);
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

  /**
   * The asker's roles in the configuration's order, then the default.
   *
   * @param andPlace before them the place, its most specific scope first
   */
  private Map<String, LimitRules> scopes(Asker asker, boolean andPlace) {
    Map<String, LimitRules> scopes = new LinkedHashMap<>();
    if (andPlace) {
      known(asker.place().scopes(), settings.places(), scopes);
    }
    known(
        settings.roles().keySet().stream().filter(asker.roles()::contains).toList(),
        settings.roles(),
        scopes);
    scopes.put(DEFAULT, settings.default_());
    return scopes;
  }

  private static void known(
      Collection<String> wanted, Map<String, LimitRules> from, Map<String, LimitRules> to) {
    for (String scope : wanted) {
      LimitRules rules = from.get(scope);
      if (rules != null) {
        to.put(scope, rules);
      }
    }
  }

  private List<Why.Verdict> pools(Asker asker) {
    List<Why.Verdict> pools = new ArrayList<>();
    for (String scope : asker.place().scopes()) {
      LimitRules pool = settings.places().get(scope);
      if (pool != null) {
        pool.counted().forEach(l -> pools.add(verdict(l, scope, scope, Why.Outcome.BINDS, "")));
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

  /** What is said of the models, by scope, the most specific first. */
  Map<String, List<String>> models(Asker asker, SetByAdmins set) {
    Map<String, List<String>> models = new LinkedHashMap<>();
    if (!set.models().isEmpty()) {
      models.put(MEMBER, set.models());
    }
    said(asker, true, LimitRules::models).forEach(models::put);
    return models;
  }

  /** The asker's share of the account; 1 where nothing is said. */
  double weight(Asker asker) {
    return said(asker, false, LimitRules::weight).values().stream().findFirst().orElse(1.0);
  }

  private <T> Map<String, T> said(
      Asker asker, boolean andPlace, Function<LimitRules, @Nullable T> key) {
    Map<String, T> said = new LinkedHashMap<>();
    scopes(asker, andPlace)
        .forEach(
            (scope, rules) -> {
              T value = key.apply(rules);
              if (value != null) {
                said.put(scope, value);
              }
            });
    return said;
  }
}
