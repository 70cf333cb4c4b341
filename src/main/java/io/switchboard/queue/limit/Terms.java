package io.switchboard.queue.limit;

import io.switchboard.queue.limit.ledger.Counted;
import io.switchboard.queue.limit.ledger.Ledger;
import io.switchboard.queue.limit.ledger.Quota;
import io.switchboard.queue.limit.ledger.SetByAdmins;
import io.switchboard.queue.limit.rule.Boost;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.What;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        rules, asker, SetByAdmins.of(h, asker.member(), asker.place().scopes(), now), now);
  }

  /** So much of what is bounded at any time; null for any amount. */
  public @Nullable Limit bound(What what) {
    return rules.bound(asker, set, what);
  }

  /** The amount of that. */
  public @Nullable Integer most(What what) {
    Limit bound = bound(what);
    return bound == null ? null : Math.clamp(bound.amount(), 0, Integer.MAX_VALUE);
  }

  /** Of two who wait all the time, the one with twice the weight gets twice the tokens. */
  public double weight() {
    return rules.weight(asker);
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
    Counted counted = Ledger.counted(h, quota, set.boosts(), needed, now);
    return counted.admits(needed)
        ? Optional.empty()
        : Optional.of(
            new LimitReached(quota.limit(), quota.scope(), counted.used(), counted.backAt(needed)));
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
    Counted counted = Ledger.counted(h, quota, set.boosts(), 1, now);
    Instant backAt = counted.admits(1) ? null : counted.backAt(1);
    return new LimitUse(quota.limit(), quota.scope(), counted.used(), backAt);
  }

  /** What was given for a time that is not over. */
  List<Boost.Running> boosts(Handle h) {
    String subject = WhatBinds.subject(asker.member());
    return Arrays.stream(What.values())
        .flatMap(what -> Ledger.running(h, subject, what, set.boosts(), now).stream())
        .toList();
  }

  Why why(Handle h) {
    return new Why(
        asker.roles(),
        rules.verdicts(asker, set),
        rules.pays(asker, set),
        uses(h),
        boosts(h),
        rules.models(asker, set),
        rules.weight(asker));
  }
}
