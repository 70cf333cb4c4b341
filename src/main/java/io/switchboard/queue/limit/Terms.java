package io.switchboard.queue.limit;

import io.switchboard.member.access.Hours;
import io.switchboard.queue.limit.ledger.Counted;
import io.switchboard.queue.limit.ledger.Ledger;
import io.switchboard.queue.limit.ledger.Quota;
import io.switchboard.queue.limit.ledger.SetByAdmins;
import io.switchboard.queue.limit.ledger.Subjects;
import io.switchboard.queue.limit.rule.Boost;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.LimitRules;
import io.switchboard.queue.limit.rule.What;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What holds for whoever asks, looked up once: good within one transaction, or for a look.
 *
 * @param set as far as it concerns the asker
 */
public record Terms(WhatBinds rules, Asker asker, SetByAdmins set, Instant now) {
  static Terms of(Handle h, WhatBinds rules, Asker asker, Instant now) {
    return new Terms(
        rules, asker, SetByAdmins.of(h, asker.member(), WhatBinds.scopes(asker), now), now);
  }

  /** So much of the asker's own that is bounded at any time; null for any amount. */
  public @Nullable Limit bound(What what) {
    Why.Verdict bound = rules.bound(asker, set, what);
    return bound == null ? null : bound.limit();
  }

  /** The scope of the place which says that; null if something else does, or nothing. */
  public @Nullable String boundByPlace(What what) {
    Why.Verdict bound = rules.bound(asker, set, what);
    return bound != null && asker.place().scopes().contains(bound.scope()) ? bound.scope() : null;
  }

  /** So much of all that is asked in the place, by scope; places that say nothing are not there. */
  public Map<String, Integer> ofPlace(What what) {
    Map<String, Integer> bounds = new LinkedHashMap<>();
    for (Why.Verdict verdict : rules.boundsOfPlace(asker, set)) {
      Limit limit = verdict.limit();
      if (limit != null && verdict.what() == what) {
        bounds.put(verdict.scope(), Math.clamp(limit.amount(), what.least(), Integer.MAX_VALUE));
      }
    }
    return bounds;
  }

  /** That it is none of the hours for questions; empty if it is. */
  public Optional<Closed> closed() {
    return rules.hours(asker, set).entrySet().stream()
        .findFirst()
        .filter(said -> !said.getValue().equals(LimitRules.ALWAYS))
        .flatMap(said -> closed(said.getKey(), Hours.parse(said.getValue())));
  }

  private Optional<Closed> closed(String scope, Hours hours) {
    return hours.open(now, rules.zone())
        ? Optional.empty()
        : Optional.of(new Closed(scope, hours.opensAfter(now, rules.zone())));
  }

  /** What bounds at any time: the asker's own, then what all who ask in the place have together. */
  public List<Bound> bounds() {
    List<Bound> bounds = new ArrayList<>();
    for (What what : What.values()) {
      Why.Verdict bound = what.counted() ? null : rules.bound(asker, set, what);
      if (bound != null && bound.limit() != null) {
        bounds.add(new Bound(bound.limit(), false));
      }
    }
    for (Why.Verdict bound : rules.boundsOfPlace(asker, set)) {
      if (bound.limit() != null) {
        bounds.add(new Bound(bound.limit(), true));
      }
    }
    return bounds;
  }

  /** The amount of that. */
  public @Nullable Integer most(What what) {
    Limit bound = bound(what);
    return bound == null ? null : Math.clamp(bound.amount(), what.least(), Integer.MAX_VALUE);
  }

  /** Of two who wait all the time, the one with twice the weight gets twice the tokens. */
  public double weight() {
    return rules.weights(asker, set).values().stream().findFirst().orElse(1.0);
  }

  /** The models that they may use; empty for all. */
  public List<String> models() {
    return rules.models(asker, set).values().stream().findFirst().orElse(List.of());
  }

  /** Whether they may use this one. */
  public boolean mayUse(String model) {
    List<String> allowed = models();
    return allowed.isEmpty() || allowed.contains(model);
  }

  /** The limit that refuses so much, the one that is back last. Needs the lock to be certain. */
  public Optional<LimitReached> refusal(Handle h, Map<What, Long> amounts) {
    return rules.quotas(asker, set).stream()
        .filter(quota -> amounts.containsKey(quota.limit().what()))
        .flatMap(
            quota -> refusal(h, quota, amounts.getOrDefault(quota.limit().what(), 0L)).stream())
        .max(Comparator.comparing(LimitReached::backAt));
  }

  private Optional<LimitReached> refusal(Handle h, Quota quota, long needed) {
    Counted counted = Ledger.counted(h, quota, boosts(quota.subject()), needed, now);
    return counted.admits(needed)
        ? Optional.empty()
        : Optional.of(
            new LimitReached(quota.limit(), quota.scope(), counted.used(), counted.backAt(needed)));
  }

  /** All whose quota may be used: to be locked, whoever pays. */
  Set<String> subjects() {
    return rules.subjects(asker, set.scopes());
  }

  /** Takes so much from every quota that pays. Needs the lock. */
  public void take(Handle h, String name, Map<What, Long> amounts) {
    Ledger.take(h, name, rules.payers(asker, set), amounts, now);
  }

  /** Every limit that counts use and binds, with how far it is used. */
  List<LimitUse> uses(Handle h) {
    return rules.quotas(asker, set).stream().map(quota -> use(h, quota)).toList();
  }

  private LimitUse use(Handle h, Quota quota) {
    Counted counted = Ledger.counted(h, quota, boosts(quota.subject()), 1, now);
    Instant backAt = counted.admits(1) ? null : counted.backAt(1);
    return new LimitUse(quota.limit(), quota.scope(), counted.used(), backAt);
  }

  private List<Boost> boosts(String subject) {
    return rules.boosts(asker, set, subject);
  }

  /** What was given to the asker for a time that is not over. */
  List<Boost.Running> boosts(Handle h) {
    return running(h, Subjects.of(asker.member()));
  }

  /** The same of the pools that pay here, by scope. */
  Map<String, List<Boost.Running>> boostsOfPlace(Handle h) {
    Map<String, List<Boost.Running>> running = new LinkedHashMap<>();
    for (String scope : asker.place().scopes()) {
      List<Boost.Running> here = running(h, scope);
      if (!here.isEmpty()) {
        running.put(scope, here);
      }
    }
    return running;
  }

  private List<Boost.Running> running(Handle h, String subject) {
    return Arrays.stream(What.values())
        .flatMap(what -> Ledger.running(h, subject, what, boosts(subject), now).stream())
        .toList();
  }

  Why why(Handle h) {
    return new Why(
        asker.roles(),
        rules.verdicts(asker, set),
        rules.pays(asker, set),
        uses(h),
        boosts(h),
        new Why.Beside(
            rules.models(asker, set), rules.hours(asker, set), rules.weights(asker, set)));
  }
}
