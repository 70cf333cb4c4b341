package io.switchboard.queue.line;

import io.switchboard.queue.slots.AccountTable;
import io.switchboard.queue.slots.MinuteTable;
import io.switchboard.queue.slots.Slots;
import io.switchboard.queue.slots.SpareTable;
import java.time.Instant;
import java.util.ArrayList;
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
    List<Line> nexts = new ArrayList<>();
    pools.forEach(pool -> LineTable.next(h, pool).ifPresent(nexts::add));
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
    String account = slots.account();
    return slots.running() > 0
        && RequestTable.running(h, account) + SpareTable.running(h, account, now) < slots.running();
  }

  private static Optional<Slots> account(
      Handle h, Line line, List<Slots> accounts, List<Slots> free, Instant now) {
    boolean better =
        accounts.stream()
            .filter(slots -> slots.serves(line.pool()))
            .anyMatch(s -> s.use() == Slots.Use.OPEN || s.use() == Slots.Use.RESTING);
    long tokens = LineTable.headTokens(h, line);
    List<Slots> able =
        free.stream()
            .filter(slots -> slots.serves(line.pool()))
            .filter(slots -> !better || slots.use() == Slots.Use.OPEN)
            .filter(slots -> admits(h, slots, tokens, now))
            .toList();
    return able.size() < 2 ? able.stream().findFirst() : Optional.of(AccountTable.turn(h, able));
  }

  private static boolean admits(Handle h, Slots slots, long tokens, Instant now) {
    return !slots.caps().perMinute()
        || MinuteTable.look(h, slots.account(), now).admits(slots.caps(), tokens);
  }
}
