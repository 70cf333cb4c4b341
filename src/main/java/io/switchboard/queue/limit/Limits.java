package io.switchboard.queue.limit;

import io.switchboard.db.Database;
import io.switchboard.member.MemberId;
import io.switchboard.member.Merging;
import io.switchboard.queue.limit.ledger.Counted;
import io.switchboard.queue.limit.ledger.Ledger;
import io.switchboard.queue.limit.ledger.Quota;
import io.switchboard.queue.limit.ledger.SetByAdmins;
import io.switchboard.queue.limit.rule.Boost;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.LimitRules;
import io.switchboard.queue.limit.rule.LimitSettings;
import io.switchboard.queue.limit.rule.What;
import io.switchboard.queue.limit.rule.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Who may use how much, and who used how much: the rules, what admins changed, and the ledger. */
public final class Limits implements Merging {
  /** What was used longer ago than this counts nowhere. */
  public static final Duration LONGEST_BOOST = Window.MONTH.length();

  private final Database database;
  private final InstantSource time;
  private final WhatBinds rules;
  private final Ledger ledger;

  public Limits(Database database, InstantSource time, LimitSettings settings) {
    this.database = database;
    this.time = time;
    this.rules = new WhatBinds(settings);
    this.ledger = new Ledger(database);
  }

  /**
   * Sets a limit of one member. It takes the place of the rule, or of what was set before, for the
   * same thing and window; the other limits stay.
   */
  public void set(MemberId member, Limit limit) {
    ledger.know(Set.of(WhatBinds.subject(member)));
    database.useTransaction(
        h -> {
          Ledger.lock(h, Set.of(WhatBinds.subject(member)));
          SetByAdmins.limit(h, member, limit);
        });
  }

  /**
   * Back to the rules, and counting from zero: forgets what was set for the member, and its use.
   */
  public void reset(MemberId member) {
    ledger.know(Set.of(WhatBinds.subject(member)));
    database.useTransaction(
        h -> {
          Ledger.lock(h, Set.of(WhatBinds.subject(member)));
          SetByAdmins.clear(h, member);
          Ledger.forgive(h, WhatBinds.subject(member), now());
        });
  }

  /**
   * Gives a member more for a time; takes the place of what runs for the same thing.
   *
   * @param amount on top of all of the member's own limits, at least 1
   * @param length at most {@link #LONGEST_BOOST}
   */
  public Boost boost(MemberId member, What what, long amount, Duration length) {
    if (length.compareTo(LONGEST_BOOST) > 0) {
      throw new IllegalArgumentException("a boost lasts " + LONGEST_BOOST + " at most");
    }
    Instant now = now();
    Boost boost = new Boost(what, amount, now, now.plus(length));
    ledger.know(Set.of(WhatBinds.subject(member)));
    database.useTransaction(
        h -> {
          Ledger.lock(h, Set.of(WhatBinds.subject(member)));
          SetByAdmins.boost(h, member, boost);
        });
    return boost;
  }

  /**
   * Says whose quota is used in the asker's place from now on.
   *
   * @return the scope for which it is said: the most specific one with a pool; empty if the place
   *     has none, so that nothing changed
   */
  public Optional<String> pays(Asker asker, LimitRules.Pays pays) {
    Optional<String> pool = Optional.ofNullable(rules.pool(asker));
    pool.ifPresent(scope -> database.useTransaction(h -> SetByAdmins.pays(h, scope, pays)));
    return pool;
  }

  /** What a member was given for a time that is not over. */
  public List<Boost.Running> boosts(Asker asker) {
    Instant now = now();
    return database.read(h -> boosts(h, asker, set(h, asker, now), now));
  }

  private static List<Boost.Running> boosts(Handle h, Asker asker, SetByAdmins set, Instant now) {
    return set.boosts().stream()
        .filter(boost -> boost.covers(now))
        .map(
            boost ->
                new Boost.Running(
                    boost, Ledger.left(h, WhatBinds.subject(asker.member()), boost, now)))
        .toList();
  }

  /** What was looked at to decide which limits bind whoever asks, and what came of it. */
  public Why why(Asker asker) {
    Instant now = now();
    return database.read(
        h -> {
          SetByAdmins set = set(h, asker, now);
          return new Why(
              asker.roles(),
              rules.verdicts(asker, set),
              rules.pays(asker, set),
              uses(h, asker, set, now),
              boosts(h, asker, set, now));
        });
  }

  /** Every limit that binds whoever asks, the member's own first, then the place's pools. */
  public List<LimitUse> effective(Asker asker) {
    Instant now = now();
    return database.read(h -> uses(h, asker, set(h, asker, now), now));
  }

  private List<LimitUse> uses(Handle h, Asker asker, SetByAdmins set, Instant now) {
    return rules.bindings(asker, set).stream()
        .map(binding -> use(h, binding, set.boosts(), now))
        .toList();
  }

  private static LimitUse use(Handle h, Quota binding, List<Boost> boosts, Instant now) {
    Counted counted = Ledger.counted(h, binding, boosts, 1, now);
    Instant backAt = counted.admits(1) ? null : counted.backAt(1);
    return new LimitUse(binding.limit(), binding.scope(), counted.used(), backAt);
  }

  private static SetByAdmins set(Handle h, Asker asker, Instant now) {
    return SetByAdmins.of(h, asker.member(), asker.place().scopes(), now);
  }

  /** So many of their requests may run at once; null for any number. */
  public @Nullable Integer running(Asker asker) {
    return rules.running(asker);
  }

  /** So many of their requests may wait; null for any number. */
  public @Nullable Integer waiting(Asker asker) {
    return rules.waiting(asker);
  }

  /** So many conversations they may have; null for any number. */
  public @Nullable Integer conversations(Asker asker) {
    return rules.conversations(asker);
  }

  /** So many characters a question may have; null for any number. */
  public @Nullable Integer promptLength(Asker asker) {
    return rules.promptLength(asker);
  }

  @Override
  public void merge(Handle h, MemberId from, MemberId to) {
    Ledger.merge(h, WhatBinds.subject(from), WhatBinds.subject(to));
    SetByAdmins.merge(h, from, to);
  }

  /** What was used and what admins set goes along: to part is no way to a fresh quota. */
  @Override
  public void split(Handle h, MemberId whole, MemberId part) {
    Ledger.copy(h, WhatBinds.subject(whole), WhatBinds.subject(part));
    SetByAdmins.copy(h, whole, part);
  }

  /** To be called before the transaction that calls {@link #lock}. */
  public void prepare(Asker asker) {
    ledger.know(rules.subjects(asker));
  }

  /** Makes everybody else who asks on the same quota wait until the transaction ends. */
  public void lock(Handle h, Asker asker) {
    Ledger.lock(h, rules.subjects(asker));
  }

  /** The limit that refuses a request of this size, the one that is back last. Needs the lock. */
  public Optional<LimitReached> refusal(Handle h, Asker asker, long tokens) {
    Instant now = now();
    SetByAdmins set = set(h, asker, now);
    return rules.bindings(asker, set).stream()
        .flatMap(binding -> refusal(h, binding, set.boosts(), tokens, now).stream())
        .max(Comparator.comparing(LimitReached::backAt));
  }

  private static Optional<LimitReached> refusal(
      Handle h, Quota binding, List<Boost> boosts, long tokens, Instant now) {
    long needed = binding.limit().what() == What.REQUESTS ? 1 : tokens;
    Counted counted = Ledger.counted(h, binding, boosts, needed, now);
    return counted.admits(needed)
        ? Optional.empty()
        : Optional.of(
            new LimitReached(
                binding.limit(), binding.scope(), counted.used(), counted.backAt(needed)));
  }

  /** Takes one request of this size from every quota it counts for. Needs the lock. */
  public void reserve(Handle h, long request, Asker asker, long tokens) {
    Instant now = now();
    Set<String> payers = rules.payers(asker, set(h, asker, now));
    Ledger.reserve(h, request, payers, tokens, now);
  }

  /** The request took so many tokens in truth. */
  public void settle(Handle h, long request, long tokens) {
    Ledger.settle(h, request, tokens);
  }

  /** The request took nothing. */
  public void refund(Handle h, long request) {
    Ledger.refund(h, request);
  }

  private Instant now() {
    return time.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
