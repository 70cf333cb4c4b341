package io.switchboard.queue.limit;

import io.switchboard.queue.limit.ledger.Quota;
import io.switchboard.queue.limit.ledger.SetByAdmins;
import io.switchboard.queue.limit.ledger.SetForScope;
import io.switchboard.queue.limit.ledger.Subjects;
import io.switchboard.queue.limit.rule.Boost;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.LimitRules;
import io.switchboard.queue.limit.rule.LimitSettings;
import io.switchboard.queue.limit.rule.What;
import io.switchboard.queue.limit.rule.Zone;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides which rules bind whoever asks, and says of each why. For a member's own quota the most
 * specific that says something wins: what an admin set for the member replaces the rule for the
 * same thing and window; a role's list replaces the default's list. Pools of places bind beside
 * that, unless it is said for the place that only one of them pays. What each has or asks for
 * themselves (the length of a question, its files and model, conversations, links, weight, hours)
 * may also be said for a place, and then bounds each who asks there: it wins over a role.
 */
final class WhatBinds {
  static final String DEFAULT = "default";
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

  /** What bounds so much of the asker's own at any time; null if nothing does. */
  Why.@Nullable Verdict bound(Asker asker, SetByAdmins set, What what) {
    List<Why.Verdict> verdicts = new ArrayList<>();
    own(asker, set, what, verdicts);
    return verdicts.stream()
        .filter(verdict -> verdict.outcome() == Why.Outcome.BINDS)
        .findFirst()
        .orElse(null);
  }

  /** What bounds so much of all that is asked in the place, by scope. */
  List<Why.Verdict> boundsOfPlace(Asker asker, SetByAdmins set) {
    return rules(asker, set).place().pools().stream()
        .filter(pool -> !pool.what().counted() && pool.outcome() == Why.Outcome.BINDS)
        .toList();
  }

  private RulesFor rules(Asker asker, SetByAdmins set) {
    return new RulesFor(settings, asker, set);
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
    List<Why.Verdict> pools = rules(asker, set).place().pools();
    if (pays == LimitRules.Pays.MEMBER) {
      pools.replaceAll(pool -> pool.what().counted() ? unpaid(pool) : pool);
    }
    all.addAll(pools);
    return all;
  }

  private static Why.Verdict unpaid(Why.Verdict verdict) {
    return verdict.outcome() == Why.Outcome.BINDS ? verdict.with(Why.Outcome.UNPAID) : verdict;
  }

  private void own(Asker asker, SetByAdmins set, What what, List<Why.Verdict> to) {
    String subject = Subjects.of(asker.member());
    List<Limit> overrides = set.limits().stream().filter(l -> l.what() == what).toList();
    overrides.forEach(l -> to.add(verdict(l, MEMBER, subject, Why.Outcome.BINDS, "")));
    String winner = "";
    for (Map.Entry<String, LimitRules> scope :
        rules(asker, set).scopes(!what.pooled()).entrySet()) {
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
      replacedWhereItIsSaid(what, scope.getKey(), rules(asker, set), to);
      if (said != null && winner.isEmpty()) {
        winner = scope.getKey();
      }
    }
  }

  /** What the configuration says, and an admin since said otherwise there. */
  private static void replacedWhereItIsSaid(
      What what, String scope, RulesFor rules, List<Why.Verdict> to) {
    List<Limit> configured = rules.configured(scope).said(what);
    if (configured != null) {
      String subject = Subjects.of(rules.asker().member());
      List<Limit> since = rules.set().scopes().getOrDefault(scope, SetForScope.NOTHING).limits();
      configured.stream()
          .filter(limit -> limit.replacedBy(since).isPresent())
          .map(limit -> verdict(limit, scope, subject, Why.Outcome.REPLACED, OfPlace.SET))
          .forEach(to::add);
    }
  }

  /** What was given for a time to whoever or whatever has a quota, by its beginning. */
  List<Boost> boosts(Asker asker, SetByAdmins set, String subject) {
    if (!subject.equals(Subjects.of(asker.member()))) {
      return set.scopes().getOrDefault(subject, SetForScope.NOTHING).boosts();
    }
    List<Boost> boosts = new ArrayList<>(set.boosts());
    Stream.concat(asker.roles().stream(), Stream.of(DEFAULT))
        .map(scope -> set.scopes().getOrDefault(scope, SetForScope.NOTHING).boosts())
        .forEach(boosts::addAll);
    boosts.sort(Comparator.comparing(Boost::from));
    return boosts;
  }

  /** All of which something may be said that concerns whoever asks. */
  static Set<String> scopes(Asker asker) {
    Set<String> scopes = new LinkedHashSet<>(asker.place().scopes());
    scopes.addAll(asker.roles());
    scopes.add(DEFAULT);
    return scopes;
  }

  private static Why.Verdict verdict(
      Limit limit, String scope, String subject, Why.Outcome outcome, String by) {
    return new Why.Verdict(limit.what(), limit, scope, subject, outcome, by);
  }

  /** Whose quota is used in the asker's place. */
  LimitRules.Pays pays(Asker asker, SetByAdmins set) {
    return rules(asker, set).place().pays();
  }

  /** The most specific scope of the place that has a pool; null if none has. */
  @Nullable String pool(Asker asker, SetByAdmins set) {
    return rules(asker, set).place().counting().stream().findFirst().orElse(null);
  }

  /**
   * All whose quota may be used, or in which only so many may wait: to be locked, whoever pays. The
   * member itself is always one.
   */
  Set<String> subjects(Asker asker, Map<String, SetForScope> set) {
    Set<String> subjects = new LinkedHashSet<>();
    subjects.add(Subjects.of(asker.member()));
    subjects.addAll(new OfPlace(settings.places(), set, asker.place()).bounding());
    return subjects;
  }

  /** All whose quota is used; the member's use counts even where no limit is set yet. */
  Set<String> payers(Asker asker, SetByAdmins set) {
    LimitRules.Pays pays = pays(asker, set);
    Set<String> payers = new LinkedHashSet<>();
    if (pays != LimitRules.Pays.PLACE) {
      payers.add(Subjects.of(asker.member()));
    }
    if (pays != LimitRules.Pays.MEMBER) {
      payers.addAll(rules(asker, set).place().counting());
    }
    return payers;
  }

  /** What is said of the models, by scope, the most specific first. */
  Map<String, List<String>> models(Asker asker, SetByAdmins set) {
    Map<String, List<String>> models = new LinkedHashMap<>();
    if (!set.models().isEmpty()) {
      models.put(MEMBER, set.models());
    }
    said(asker, set, LimitRules::models).forEach(models::put);
    return models;
  }

  /** When questions may be asked, by scope, the most specific first. */
  Map<String, String> hours(Asker asker, SetByAdmins set) {
    Map<String, String> hours = new LinkedHashMap<>();
    if (set.beside().hours() != null) {
      hours.put(MEMBER, set.beside().hours());
    }
    hours.putAll(said(asker, set, LimitRules::hours));
    return hours;
  }

  /** By whose clock they are. */
  ZoneId zone() {
    return server.id();
  }

  /** The asker's share of the account, by scope, the most specific first. */
  Map<String, Double> weights(Asker asker, SetByAdmins set) {
    Map<String, Double> weights = new LinkedHashMap<>();
    Double own = set.beside().weight();
    if (own != null) {
      weights.put(MEMBER, own);
    }
    weights.putAll(said(asker, set, LimitRules::weight));
    return weights;
  }

  private <T> Map<String, T> said(
      Asker asker, SetByAdmins set, Function<LimitRules, @Nullable T> key) {
    Map<String, T> said = new LinkedHashMap<>();
    rules(asker, set)
        .scopes(true)
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
