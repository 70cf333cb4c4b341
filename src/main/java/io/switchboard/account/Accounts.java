package io.switchboard.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The accounts in the order of the configuration, and which of them can be asked just now. An
 * account that failed for a reason of its own is left out for a while; then it is tried again, and
 * its next success makes it whole. Safe for many threads. Kept in memory only: another process, or
 * this one after a restart, finds out anew.
 */
public final class Accounts {
  private static final Duration SHORTEST = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  /** An admin has to do something about it; trying now and then costs nothing. */
  private static final Duration REFUSED = Duration.ofMinutes(5);

  private record Trouble(Failure failure, int inARow, Instant until) {}

  private final Map<String, Account> byName = new LinkedHashMap<>();
  private final Map<String, Trouble> troubles = new LinkedHashMap<>();
  private final InstantSource time;

  /**
   * @throws IllegalArgumentException if there is none, or two have the same name
   */
  public Accounts(Collection<? extends Account> accounts, InstantSource time) {
    this.time = time;
    for (Account account : accounts) {
      if (byName.put(account.name(), account) != null) {
        throw new IllegalArgumentException("two accounts are called " + account.name());
      }
    }
    if (byName.isEmpty()) {
      throw new IllegalArgumentException("there must be an account");
    }
  }

  /** All of them, in the order of the configuration. */
  public List<Account> all() {
    return List.copyOf(byName.values());
  }

  public Optional<Account> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Those that may be asked, the first in the configuration first; may be empty. */
  public synchronized List<Account> usable(Instant now) {
    return byName.values().stream().filter(account -> usable(account.name(), now)).toList();
  }

  private boolean usable(String name, Instant now) {
    Trouble trouble = troubles.get(name);
    return trouble == null || !now.isBefore(trouble.until());
  }

  /** When the next account may be asked, should none be usable now. */
  public synchronized Instant usableFrom(Instant now) {
    return usable(now).isEmpty()
        ? troubles.values().stream().map(Trouble::until).min(Instant::compareTo).orElse(now)
        : now;
  }

  /** What is wrong with an account, until its next success; empty if nothing is known. */
  public synchronized Optional<Failure> trouble(String name) {
    return Optional.ofNullable(troubles.get(name)).map(Trouble::failure);
  }

  /** An account failed. What only the prompt was to blame for is not held against it. */
  public synchronized void report(String name, Failure failure) {
    Trouble before = troubles.get(name);
    int inARow = before == null ? 1 : before.inARow() + 1;
    Duration out = out(failure, inARow);
    if (byName.containsKey(name) && out != null) {
      Instant until = time.instant().plus(out);
      // Answers that ran at once fail one after the other: a later one must not shorten the time.
      if (before != null && until.isBefore(before.until())) {
        until = before.until();
      }
      troubles.put(name, new Trouble(failure, inARow, until));
    }
  }

  private static @Nullable Duration out(Failure failure, int inARow) {
    Duration asked = failure.retryAfter();
    return switch (failure.kind()) {
      case BUSY -> asked == null ? growing(inARow) : asked;
      case UNAVAILABLE -> asked == null ? growing(inARow) : asked;
      case KEY_REFUSED, OUT_OF_MONEY -> REFUSED;
      // Often the fault of one long answer, so the first time costs the account nothing.
      case STALLED, CUT_OFF -> inARow < 2 ? Duration.ZERO : growing(inARow - 1);
      case NO_SUCH_MODEL, TOO_LONG, REFUSED, STOPPED -> null;
    };
  }

  private static Duration growing(int inARow) {
    Duration wait = SHORTEST.multipliedBy(1L << Math.min(inARow - 1, 10));
    return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
  }

  /** An account answered. */
  public synchronized void succeeded(String name) {
    troubles.remove(name);
  }
}
