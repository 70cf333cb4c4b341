package io.switchboard.queue.limit;

import io.switchboard.db.Database;
import io.switchboard.member.MemberId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Who may use how much, and who used how much: the rules, what admins changed, and the ledger. */
public final class Limits {
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
          OverrideTable.set(h, member, limit);
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
          OverrideTable.clear(h, member);
          Ledger.forgive(h, WhatBinds.subject(member), now());
        });
  }

  /** Every limit that binds whoever asks, the member's own first, then the place's pools. */
  public List<LimitUse> effective(Asker asker) {
    Instant now = now();
    return database.read(
        h ->
            rules.bindings(asker, OverrideTable.of(h, asker.member())).stream()
                .map(binding -> use(h, binding, now))
                .toList());
  }

  private static LimitUse use(Handle h, Binding binding, Instant now) {
    long used = Ledger.used(h, binding, now);
    boolean room = used < binding.limit().amount();
    Instant backAt = room ? null : Ledger.backAt(h, binding, 1, now);
    return new LimitUse(binding.limit(), binding.scope(), used, backAt);
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

  /** To be called before the transaction that calls {@link #lock}. */
  public void prepare(Asker asker) {
    ledger.know(subjects(asker, rules.bindings(asker, List.of())));
  }

  /** Makes everybody else who asks on the same quota wait until the transaction ends. */
  public void lock(Handle h, Asker asker) {
    Ledger.lock(h, subjects(asker, rules.bindings(asker, List.of())));
  }

  /** The limit that refuses a request of this size, the one that is back last. Needs the lock. */
  public Optional<LimitReached> refusal(Handle h, Asker asker, long tokens) {
    Instant now = now();
    return rules.bindings(asker, OverrideTable.of(h, asker.member())).stream()
        .flatMap(binding -> refusal(h, binding, tokens, now).stream())
        .max(Comparator.comparing(LimitReached::backAt));
  }

  private static Optional<LimitReached> refusal(
      Handle h, Binding binding, long tokens, Instant now) {
    long needed = binding.limit().what() == Limit.What.REQUESTS ? 1 : tokens;
    long used = Ledger.used(h, binding, now);
    if (used + needed <= binding.limit().amount()) {
      return Optional.empty();
    }
    return Optional.of(
        new LimitReached(
            binding.limit(), binding.scope(), used, Ledger.backAt(h, binding, needed, now)));
  }

  /** Takes one request of this size from every quota it counts for. Needs the lock. */
  public void reserve(Handle h, long request, Asker asker, long tokens) {
    Ledger.reserve(h, request, subjects(asker, rules.bindings(asker, List.of())), tokens, now());
  }

  /** The request took so many tokens in truth. */
  public void settle(Handle h, long request, long tokens) {
    Ledger.settle(h, request, tokens);
  }

  /** The request took nothing. */
  public void refund(Handle h, long request) {
    Ledger.refund(h, request);
  }

  /** The member itself is always one: use counts even where no limit is set yet. */
  private static Set<String> subjects(Asker asker, List<Binding> bindings) {
    Set<String> subjects = new LinkedHashSet<>();
    subjects.add(WhatBinds.subject(asker.member()));
    bindings.forEach(binding -> subjects.add(binding.subject()));
    return subjects;
  }

  private Instant now() {
    return time.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
