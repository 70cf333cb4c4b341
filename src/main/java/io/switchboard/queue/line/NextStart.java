package io.switchboard.queue.line;

import io.switchboard.queue.slots.AccountTable;
import io.switchboard.queue.slots.MinuteTable;
import io.switchboard.queue.slots.Slots;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * The fair next and the account that is to answer it. One probe for each model on offer, however
 * many wait; of the accounts that serve a request and have room, the one whose turn it is.
 *
 * <p>Whoever is next waits for room of their size: smaller ones behind do not overtake, or one
 * large request might wait for ever.
 */
record NextStart(Line line, Slots slots) {
  /** Without the queue's clock it is only a guess. */
  static Optional<NextStart> of(Handle h, List<Slots> accounts, Instant now) {
    List<Slots> free = accounts.stream().filter(slots -> free(h, slots, now)).toList();
    if (free.isEmpty()) {
      return Optional.empty();
    }
    Set<String> pools = new LinkedHashSet<>();
    pools.add(Slots.ANY);
    free.forEach(slots -> pools.addAll(slots.pools()));
    List<Line> nexts = LineTable.nexts(h, List.copyOf(pools));
    nexts.sort(Comparator.comparingDouble(Line::served).thenComparingLong(Line::headOrLast));
    for (Line line : nexts) {
      Optional<Slots> account = account(h, line, accounts, free, now);
      if (account.isPresent()) {
        return Optional.of(new NextStart(line, account.get()));
      }
    }
    return Optional.empty();
  }

  private static boolean free(Handle h, Slots slots, Instant now) {
    return slots.running() > 0 && busy(h, slots.account(), now) < slots.running();
  }

  /** How many run on an account, for requests or beside them. */
  private static int busy(Handle h, String account, Instant now) {
    return h.createQuery(
            "select (select count(*) from request where state = 'RUNNING' and account = :account) +"
                + " (select count(*) from spare_call where account = :account and lease_until >"
                + " :now)")
        .bind("account", account)
        .bind("now", now)
        .mapTo(int.class)
        .one();
  }

  private static Optional<Slots> account(
      Handle h, Line line, List<Slots> accounts, List<Slots> free, Instant now) {
    boolean better =
        accounts.stream()
            .filter(slots -> slots.serves(line.pool()))
            .anyMatch(s -> s.use() == Slots.Use.OPEN || s.use() == Slots.Use.RESTING);
    List<Slots> able =
        free.stream()
            .filter(slots -> slots.serves(line.pool()))
            .filter(slots -> !better || slots.use() == Slots.Use.OPEN)
            .filter(slots -> admits(h, slots, line, now))
            .toList();
    return able.size() < 2 ? able.stream().findFirst() : Optional.of(AccountTable.turn(h, able));
  }

  private static boolean admits(Handle h, Slots slots, Line line, Instant now) {
    return !slots.caps().perMinute()
        || MinuteTable.look(h, slots.account(), now)
            .admits(slots.caps(), LineTable.headTokens(h, line));
  }
}
