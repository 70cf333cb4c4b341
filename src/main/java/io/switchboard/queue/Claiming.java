package io.switchboard.queue;

import io.switchboard.db.Database;
import io.switchboard.db.shared.SharedTime;
import io.switchboard.queue.line.Moves;
import io.switchboard.queue.line.RequestRow;
import io.switchboard.queue.line.RequestTable;
import io.switchboard.queue.request.Claimed;
import io.switchboard.queue.slots.AccountTable;
import io.switchboard.queue.slots.Slots;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Takes the fair next for this process; looks first, so that nobody waits for nothing. */
final class Claiming {
  private final Database database;
  private final SharedTime time;
  private final String holder;

  Claiming(Database database, SharedTime time, String holder) {
    this.database = database;
    this.time = time;
    this.holder = holder;
  }

  /** What was claimed, and when; the account's minute counts it from then. */
  record Taken(Claimed claimed, Instant at, long tokens) {}

  Optional<Taken> claim(List<Slots> accounts) {
    // An answer that cannot be kept would be asked for, and paid, again and again.
    if (!database.isCalm()) {
      return Optional.empty();
    }
    Look look = database.read(h -> look(h, accounts));
    if (!look.worthwhile()) {
      return Optional.empty();
    }
    return database.inTransaction(
        h -> {
          Moves moves = new Moves(h, time);
          look.unknown().forEach(slots -> AccountTable.seen(h, slots, moves.now()));
          Optional<RequestRow.Whole> undelivered =
              look.undelivered() ? moves.deliver(holder, Holding.LEASE) : Optional.empty();
          return undelivered
              .or(() -> moves.start(accounts, holder, Holding.LEASE))
              .map(whole -> taken(whole, moves.now()));
        });
  }

  private static Taken taken(RequestRow.Whole whole, Instant at) {
    return new Taken(Carrying.out(whole.row(), whole.carried()), at, whole.row().tokens());
  }

  /**
   * What is seen without waiting; wrong at most until the next call.
   *
   * @param unknown accounts of which nothing was said lately
   */
  private record Look(List<Slots> unknown, boolean undelivered, boolean anyToStart) {
    boolean worthwhile() {
      return !unknown.isEmpty() || undelivered || anyToStart;
    }
  }

  private Look look(Handle h, List<Slots> accounts) {
    Instant now = time.now(h);
    List<Slots> unknown =
        accounts.stream().filter(slots -> !AccountTable.knows(h, slots, now)).toList();
    boolean undelivered = RequestTable.anyUndelivered(h, now);
    return new Look(unknown, undelivered, undelivered || Moves.anyToStart(h, accounts, now));
  }
}
