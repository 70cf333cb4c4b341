package io.switchboard.queue.limit;

import io.switchboard.db.Database;
import io.switchboard.db.shared.SharedTime;
import io.switchboard.member.MemberId;
import io.switchboard.member.Merging;
import io.switchboard.queue.limit.ledger.Ledger;
import io.switchboard.queue.limit.ledger.SetByAdmins;
import io.switchboard.queue.limit.ledger.SetForScope;
import io.switchboard.queue.limit.ledger.Subjects;
import io.switchboard.queue.limit.money.Prices;
import io.switchboard.queue.limit.money.Use;
import io.switchboard.queue.limit.rule.Boost;
import io.switchboard.queue.limit.rule.LimitSettings;
import io.switchboard.queue.limit.rule.What;
import io.switchboard.queue.limit.rule.Window;
import io.switchboard.queue.limit.rule.Zone;
import io.switchboard.queue.limit.state.ScopeStates;
import io.switchboard.queue.limit.state.SetStates;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Who may use how much, and who used how much: the rules, what admins changed, and the ledger. */
public final class Limits implements Merging {
  /** What is older counts nowhere, not even for a boost that has just ended. */
  private static final Duration KEPT = Window.LONGEST.plus(Boost.LONGEST).plusDays(3);

  private static final int FORGOTTEN_AT_ONCE = 5000;

  private final Database database;
  private final SharedTime time;
  private final ZoneId zone;
  private volatile Ruled ruled;
  private final Subjects subjects;

  /** What the configuration says now. */
  private record Ruled(LimitSettings settings, WhatBinds rules, Prices prices) {
    Ruled(LimitSettings settings, Prices prices, ZoneId zone) {
      this(settings, new WhatBinds(settings, Zone.of(zone)), prices);
    }
  }

  /** Limits without prices, by this clock alone, whose days begin in universal time. */
  public Limits(Database database, InstantSource time, LimitSettings settings) {
    this(database, h -> time.instant(), settings, Prices.NONE, ZoneId.of("UTC"));
  }

  /**
   * Limits.
   *
   * @param time what all processes hold for the time: one that is minutes ahead would begin the
   *     next window before the others, and let in twice what fits
   * @param zone where the days of places begin, and of members who have not said theirs
   */
  public Limits(
      Database database, SharedTime time, LimitSettings settings, Prices prices, ZoneId zone) {
    this.database = database;
    this.time = time;
    this.zone = zone;
    this.ruled = new Ruled(settings, prices, zone);
    this.subjects = new Subjects(database);
  }

  /** From now on the configuration says this; what admins set, and what was used, stays. */
  public void renew(LimitSettings settings, Prices prices) {
    ruled = new Ruled(settings, prices, zone);
  }

  /** What members may make beside asking. */
  public Allowances allowances() {
    return new Allowances(database, this);
  }

  /** What admins set, as text that can be put back. */
  public SetStates states() {
    return new SetStates(subjects, database, time);
  }

  /** What admins set for places, roles and everybody, as text that can be put back. */
  public ScopeStates scopeStates() {
    return new ScopeStates(subjects, database, time);
  }

  /** Where the days of places begin, and of members who have not said theirs. */
  public ZoneId zone() {
    return zone;
  }

  /** The price table. */
  public Prices prices() {
    return ruled.prices();
  }

  /** What admins set for places. */
  public LimitsOfPlaces ofPlaces() {
    return new LimitsOfPlaces(database, time, ruled.settings());
  }

  /** The scope whose pool would pay in the asker's place: the most specific one with a pool. */
  public Optional<String> pool(Asker asker) {
    return Optional.ofNullable(
        database.read(h -> ruled.rules().pool(asker, terms(h, asker).set())));
  }

  /** What the pools of the asker's place were given for a time that is not over, by scope. */
  public Map<String, List<Boost.Running>> boostsOfPlace(Asker asker) {
    return database.read(h -> terms(h, asker).boostsOfPlace(h));
  }

  /** What a member was given for a time that is not over, by their roles also. */
  public List<Boost.Running> boosts(Asker asker) {
    return database.read(h -> terms(h, asker).boosts(h));
  }

  /** What was looked at to decide which limits bind whoever asks, and what came of it. */
  public Why why(Asker asker) {
    return database.read(h -> terms(h, asker).why(h));
  }

  /** Every limit that counts use and binds whoever asks, the member's own first, then the pools. */
  public List<LimitUse> effective(Asker asker) {
    return database.read(h -> terms(h, asker).uses(h));
  }

  /** What bounds whoever asks at any time. */
  public List<Bound> bounds(Asker asker) {
    return database.read(h -> terms(h, asker)).bounds();
  }

  /**
   * So many at any time.
   *
   * @param number null for any
   * @param place the scope of the asker's place which says so; null if something else does
   */
  public record Most(@Nullable Integer number, @Nullable String place) {}

  /** So many conversations they may have: in that place, if a place says so. */
  public Most conversations(Asker asker) {
    Terms terms = database.read(h -> terms(h, asker));
    return new Most(terms.most(What.CONVERSATIONS), terms.boundByPlace(What.CONVERSATIONS));
  }

  /** So many characters a question may have; null for any number. */
  public @Nullable Integer promptLength(Asker asker) {
    return database.read(h -> terms(h, asker)).most(What.LENGTH);
  }

  /** What holds for whoever asks. */
  public Terms terms(Handle h, Asker asker) {
    return Terms.of(h, ruled.rules(), asker, now(h));
  }

  @Override
  public void merge(Handle h, MemberId from, MemberId to) {
    Subjects.merge(h, Subjects.of(from), Subjects.of(to));
    SetByAdmins.merge(h, from, to);
  }

  /** What was used and what admins set goes along: to part is no way to a fresh quota. */
  @Override
  public void split(Handle h, MemberId whole, MemberId part) {
    Subjects.copy(h, Subjects.of(whole), Subjects.of(part));
    SetByAdmins.copy(h, whole, part);
  }

  /** What an answer of this size takes. */
  public Map<What, Long> amounts(Use use) {
    Map<What, Long> amounts = new EnumMap<>(What.class);
    amounts.put(What.REQUESTS, 1L);
    amounts.put(What.TOKENS, use.tokens());
    long money = ruled.prices().of(use);
    if (money > 0) {
      amounts.put(What.MONEY, money);
    }
    return amounts;
  }

  /** To be called before the transaction that calls {@link #lock}. */
  public void prepare(Asker asker) {
    subjects.know(database.read(h -> subjects(h, asker)));
  }

  /** The same for whoever these terms are for. */
  public void prepare(Terms terms) {
    subjects.know(terms.subjects());
  }

  /** Makes everybody else who asks on the same quota wait until the transaction ends. */
  public void lock(Handle h, Asker asker) {
    Subjects.lock(h, subjects(h, asker));
  }

  private Set<String> subjects(Handle h, Asker asker) {
    return ruled.rules().subjects(asker, SetForScope.of(h, asker.place().scopes(), now(h)));
  }

  /** Whether something was taken under this name. */
  boolean taken(Handle h, String name) {
    return Ledger.has(h, name);
  }

  /** It took so much in truth. */
  public void settle(Handle h, String name, Map<What, Long> amounts) {
    Ledger.settle(h, name, amounts);
  }

  /** The clock was set back: nobody waits for the time that it showed before. */
  public void setBack(Handle h, Instant now) {
    Ledger.setBack(h, now);
  }

  /** It took nothing. */
  public void giveBack(Handle h, String name) {
    Ledger.giveBack(h, name);
  }

  /** Forgets what counts nowhere any more, a part at a time; to be called now and then. */
  public void sweep() {
    Instant until = database.read(this::now).minus(KEPT);
    int forgotten = FORGOTTEN_AT_ONCE;
    while (forgotten == FORGOTTEN_AT_ONCE) {
      forgotten = database.inTransaction(h -> Ledger.forget(h, until, FORGOTTEN_AT_ONCE));
    }
  }

  private Instant now(Handle h) {
    return time.now(h).truncatedTo(ChronoUnit.MICROS);
  }
}
