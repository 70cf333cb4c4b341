package io.switchboard.account.choice;

import io.switchboard.account.Account;
import io.switchboard.account.Failure;
import io.switchboard.account.choice.Condition.Trouble;
import io.switchboard.db.Database;
import io.switchboard.db.shared.SharedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The accounts in the order of the configuration, and how each of them is. Safe for many threads
 * and processes.
 */
public final class Accounts {
  private static final Duration SHORTEST = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  /** An admin has to do something about it; trying now and then costs nothing. */
  private static final Duration REFUSED = Duration.ofMinutes(5);

  /** Whatever fails for so long is for the staff too. */
  private static final Duration WORTH_TELLING = Duration.ofMinutes(2);

  private final Map<String, Account> byName = new LinkedHashMap<>();
  private final Database database;
  private final SharedTime time;
  private volatile Staff staff = Staff.NOBODY;

  /**
   * @throws IllegalArgumentException if there is none, or two have the same name
   */
  public Accounts(Collection<? extends Account> accounts, Database database, SharedTime time) {
    this.database = database;
    this.time = time;
    for (Account account : accounts) {
      if (byName.put(account.name(), account) != null) {
        throw new IllegalArgumentException("two accounts are called " + account.name());
      }
    }
    if (byName.isEmpty()) {
      throw new IllegalArgumentException("there must be an account");
    }
    database.useTransaction(h -> byName.keySet().forEach(name -> HealthTable.know(h, name)));
  }

  /** Says who is told of troubles. At wiring. */
  public void tell(Staff those) {
    staff = those;
  }

  /** An account and how it is. */
  public record State(Account account, Condition condition, Standing standing) {
    /** What it weighs now. */
    public int weight() {
      Integer set = condition.weight();
      return set == null ? account.terms().weight() : set;
    }
  }

  /** All of them, in the order of the configuration. */
  public List<Account> all() {
    return List.copyOf(byName.values());
  }

  public Optional<Account> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** All models that may be chosen, those of the first account first. */
  public Set<String> models() {
    Set<String> models = new LinkedHashSet<>();
    byName.values().forEach(account -> models.add(account.terms().model()));
    byName.values().forEach(a -> a.terms().models().stream().sorted().forEach(models::add));
    return models;
  }

  /** All of them, and how they are now. */
  public List<State> states() {
    return database.read(this::states);
  }

  private List<State> states(Handle h) {
    Map<String, Condition> known = HealthTable.all(h);
    Instant now = time.now(h);
    return byName.values().stream()
        .map(
            account -> {
              Condition condition = known.getOrDefault(account.name(), Condition.WELL);
              return new State(account, condition, condition.standing(now));
            })
        .toList();
  }

  /**
   * Whether another account is there for what this one cannot answer now.
   *
   * @param model the one that is wanted, or null for any account's own
   */
  public boolean elsewhere(String name, @Nullable String model) {
    List<State> states = states();
    Standing own =
        states.stream()
            .filter(state -> state.account().name().equals(name))
            .map(State::standing)
            .findFirst()
            .orElse(Standing.PAUSED);
    if (own == Standing.OPEN) {
      return false;
    }
    return states.stream()
        .filter(state -> !state.account().name().equals(name))
        .filter(state -> model == null || state.account().terms().models().contains(model))
        .map(State::standing)
        // What passes by itself is not worth a wait for another that has to be waited for too.
        .anyMatch(s -> s == Standing.OPEN || (s == Standing.RESTING && own != Standing.RESTING));
  }

  /** An account failed. What only the prompt was to blame for is not held against it. */
  public void report(String name, Failure failure) {
    if (!byName.containsKey(name)) {
      return;
    }
    Trouble toTell =
        database
            .inTransaction(
                h -> {
                  Trouble before = HealthTable.locked(h, name).trouble();
                  Trouble after = after(before, failure, time.now(h));
                  if (after != null) {
                    HealthTable.trouble(h, name, after);
                  }
                  boolean news =
                      after != null && after.told() && (before == null || !before.told());
                  return Optional.ofNullable(news ? after : null);
                })
            .orElse(null);
    if (toTell != null) {
      staff.failing(name, toTell);
    }
  }

  private static @Nullable Trouble after(@Nullable Trouble before, Failure failure, Instant now) {
    int inARow = before == null ? 1 : before.inARow() + 1;
    Duration out = out(failure, inARow);
    if (out == null) {
      return null;
    }
    Instant until = now.plus(out);
    // Answers that ran at once fail one after the other: a later one must not shorten the time.
    if (before != null && until.isBefore(before.until())) {
      until = before.until();
    }
    Instant since = before == null ? now : before.since();
    Trouble after =
        new Trouble(
            failure.kind(),
            failure.detail(),
            inARow,
            since,
            until,
            before != null && before.told());
    boolean tell =
        after.told()
            || after.forStaff()
            || Duration.between(since, now).compareTo(WORTH_TELLING) >= 0;
    return new Trouble(
        after.kind(), after.detail(), after.inARow(), after.since(), after.until(), tell);
  }

  private static @Nullable Duration out(Failure failure, int inARow) {
    Duration asked = failure.retryAfter();
    return switch (failure.kind()) {
      case BUSY, UNAVAILABLE -> asked == null ? growing(inARow) : asked;
      case KEY_REFUSED, OUT_OF_MONEY, NO_SUCH_MODEL -> REFUSED;
      // Often the fault of one long answer, so the first time costs the account nothing.
      case STALLED, CUT_OFF -> inARow < 2 ? Duration.ZERO : growing(inARow - 1);
      case TOO_LONG, NO_PICTURES, REFUSED, STOPPED -> null;
    };
  }

  private static Duration growing(int inARow) {
    Duration wait = SHORTEST.multipliedBy(1L << Math.min(inARow - 1, 10));
    return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
  }

  /** An account answered. */
  public void succeeded(String name) {
    if (database.read(h -> HealthTable.of(h, name)).trouble() == null) {
      return;
    }
    boolean told =
        database.inTransaction(
            h -> {
              Trouble before = HealthTable.locked(h, name).trouble();
              HealthTable.trouble(h, name, null);
              return before != null && before.told();
            });
    if (told) {
      staff.wellAgain(name);
    }
  }

  /** Takes an account out, or lets it in again; false if there is none of that name. */
  public boolean pause(Handle h, String name, boolean paused) {
    boolean known = byName.containsKey(name);
    if (known) {
      HealthTable.pause(h, name, paused);
      if (!paused) {
        // An admin who lets it in again has seen to it.
        Trouble trouble = HealthTable.locked(h, name).trouble();
        if (trouble != null) {
          HealthTable.trouble(h, name, ended(trouble, time.now(h)));
        }
      }
    }
    return known;
  }

  private static Trouble ended(Trouble t, Instant now) {
    return new Trouble(t.kind(), t.detail(), t.inARow(), t.since(), now, t.told());
  }

  /**
   * Gives an account another weight.
   *
   * @param weight 1 to 1000; null for the configuration's
   * @return false if there is none of that name
   */
  public boolean weigh(Handle h, String name, @Nullable Integer weight) {
    boolean known = byName.containsKey(name);
    if (known) {
      HealthTable.weigh(h, name, weight);
    }
    return known;
  }

  /**
   * How an account is; nobody else changes it until the transaction ends. Empty if there is none of
   * that name.
   */
  public Optional<Condition> locked(Handle h, String name) {
    return byName.containsKey(name) ? Optional.of(HealthTable.locked(h, name)) : Optional.empty();
  }
}
