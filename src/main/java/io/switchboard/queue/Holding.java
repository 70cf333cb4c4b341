package io.switchboard.queue;

import io.switchboard.db.Database;
import io.switchboard.db.Dialect;
import io.switchboard.db.shared.SharedTime;
import io.switchboard.queue.beside.HeldTable;
import io.switchboard.queue.busy.Onlooker;
import io.switchboard.queue.limit.Limits;
import io.switchboard.queue.limit.money.Use;
import io.switchboard.queue.limit.rule.What;
import io.switchboard.queue.line.Moves;
import io.switchboard.queue.line.Recovery;
import io.switchboard.queue.line.RequestRow;
import io.switchboard.queue.line.RequestTable;
import io.switchboard.queue.line.State;
import io.switchboard.queue.place.AtOnce;
import io.switchboard.queue.request.Ending;
import io.switchboard.queue.request.RequestId;
import io.switchboard.queue.slots.MinuteTable;
import io.switchboard.queue.slots.SpareTable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The requests that this process runs: keeps them while it lives, gives them back. */
final class Holding {
  private static final Logger log = LoggerFactory.getLogger(Holding.class);

  /** How long a process that is not heard of keeps what it runs. */
  static final Duration LEASE = Duration.ofSeconds(10);

  private final Database database;
  private final SharedTime time;
  private final String holder;
  private final Limits limits;
  private final Counting counting;

  Holding(Database database, SharedTime time, String holder, Limits limits) {
    this.database = database;
    this.time = time;
    this.holder = holder;
    this.limits = limits;
    this.counting = new Counting(limits.zone());
  }

  void watchedBy(Onlooker those) {
    counting.watchedBy(those);
  }

  /** True if it was ours, and running. */
  boolean answered(RequestId request, Use used) {
    return withRunning(
        request,
        (h, moves, one) -> {
          if (one.row().state() == State.RUNNING) {
            moves.answered(one.row(), used.tokens());
            settle(h, moves, one, used);
          }
        });
  }

  private void settle(Handle h, Moves moves, RequestRow.Whole one, Use used) {
    RequestRow row = one.row();
    Map<What, Long> amounts = limits.amounts(used.by(row.pool()));
    amounts.putIfAbsent(What.MONEY, 0L);
    limits.settle(h, Admitting.entry(row.id()), amounts);
    counting.answered(h, one, used.by(row.pool()), amounts, moves.now());
  }

  /** True if it was ours to end. */
  boolean finish(RequestId request, Ending ending) {
    Optional<RequestRow> seen = look(request);
    boolean settled = seen.filter(row -> row.state() == State.DELIVERING).isPresent();
    if (settled && ending instanceof Ending.Answered) {
      return database.inTransaction(h -> Moves.delivered(h, request.value(), holder, time.now(h)));
    }
    return seen.isPresent() && change(request, (h, moves, one) -> finish(h, moves, one, ending));
  }

  private void finish(Handle h, Moves moves, RequestRow.Whole one, Ending ending) {
    RequestRow row = one.row();
    boolean settled = row.state() == State.DELIVERING;
    switch (ending) {
      case Ending.Answered _ when settled -> Moves.delivered(h, row.id(), holder, moves.now());
      case Ending.Answered answered -> {
        moves.end(row, State.DONE, answered.used().tokens());
        settle(h, moves, one, answered.used());
      }
      case Ending.Failed failed -> {
        if (settled) {
          moves.undeliverable(row);
        } else {
          moves.end(row, State.FAILED, 0);
        }
        HeldTable.why(h, row.id(), failed.why());
        counting.failed(h, one, moves.now());
        limits.giveBack(h, Admitting.entry(row.id()));
      }
    }
  }

  /** True if it was ours to put back. */
  boolean putBack(RequestId request, @Nullable Instant notBefore) {
    return withRunning(
        request,
        // A wish to stop is not to be waited for.
        (h, moves, one) -> moves.back(one.row(), one.row().stopWanted() ? null : notBefore));
  }

  /**
   * The runner broke down: put back with growing patience, and failed after so many times.
   *
   * @return whether it failed for good; empty if it was not ours at all
   */
  Optional<Boolean> brokeDown(RequestId request, int most, Duration patience, String why) {
    boolean[] forGood = {false};
    boolean ours =
        withRunning(
            request,
            (h, moves, one) -> {
              RequestRow row = one.row();
              HeldTable.failedOnce(h, row.id());
              forGood[0] = row.failures() + 1 >= most;
              if (forGood[0]) {
                finish(h, moves, one, new Ending.Failed(why));
              } else {
                moves.back(row, moves.now().plus(patience.multipliedBy(1L << row.failures())));
              }
            });
    return ours ? Optional.of(forGood[0]) : Optional.empty();
  }

  void progressed(RequestId request, long tokens) {
    withRunning(request, (h, moves, one) -> moves.progressed(one.row(), tokens));
  }

  boolean runs(RequestId request) {
    return look(request).isPresent();
  }

  /** As it was a moment ago; empty if it is not ours. */
  private Optional<RequestRow> look(RequestId request) {
    return database.read(h -> RequestTable.find(h, request.value())).filter(this::ours);
  }

  List<RequestId> held() {
    return database.read(h -> HeldTable.heldBy(h, holder)).stream()
        .map(held -> new RequestId(held.id()))
        .toList();
  }

  /** What is done with a request that we run. */
  private interface Change {
    void to(Handle h, Moves moves, RequestRow.Whole one);
  }

  private boolean withRunning(RequestId request, Change change) {
    return runs(request) && change(request, change);
  }

  private boolean change(RequestId request, Change change) {
    return database.inTransaction(
        h -> {
          Moves moves = new Moves(h, time);
          Optional<RequestRow.Whole> one =
              RequestTable.whole(h, request.value()).filter(whole -> ours(whole.row()));
          one.ifPresent(whole -> change.to(h, moves, whole));
          return one.isPresent();
        });
  }

  private boolean ours(RequestRow row) {
    return row.state().held() && holder.equals(row.holder());
  }

  /** Says that one is being worked on; false if it is not ours any more or should stop. */
  boolean goesOn(RequestId request) {
    return database.inTransaction(
        h ->
            HeldTable.renew(h, request.value(), holder, time.now(h).plus(LEASE))
                && !HeldTable.stopWanted(h, request.value()).orElse(true));
  }

  /** Says that all are being worked on; returns those that go on. */
  Set<Long> beat() {
    if (database.read(h -> HeldTable.heldBy(h, holder)).isEmpty()) {
      return Set.of();
    }
    return database.inTransaction(
        h -> {
          HeldTable.renew(h, holder, time.now(h).plus(LEASE));
          return HeldTable.heldBy(h, holder).stream()
              .filter(held -> !held.stopWanted())
              .map(HeldTable.Held::id)
              .collect(Collectors.toSet());
        });
  }

  /** Puts back what nobody runs any more, and lets come whose time has come; how many. */
  int recover() {
    if (!database.read(
        h -> RequestTable.anyToRecover(h, holder, time.now(h)) || placesChanged(h))) {
      return 0;
    }
    return database.inTransaction(
        h -> {
          Moves moves = new Moves(h, time);
          Recovery recovery = new Recovery(h, moves);
          int moved = recovery.abandoned(holder) + recovery.due();
          return moved + moves.bounded(limits.ofPlaces().running(h));
        });
  }

  /** Whether admins say something new of places, or somebody was forgotten at the door of one. */
  private boolean placesChanged(Handle h) {
    AtOnce places = new AtOnce(h);
    return !places.forgotten().isEmpty() || places.changes(() -> limits.ofPlaces().running(h));
  }

  /** Lets any account answer what waits for one that is not there any more. */
  int unpool(List<String> pools) {
    return database.inTransaction(h -> new Moves(h, time).unpool(pools));
  }

  /** {@link #recover} for a process that has just started and runs nothing yet. */
  int recoverAtStart() {
    if (database.dialect() != Dialect.H2) {
      return recover();
    }
    // The database file is locked by this process: whoever ran something is dead.
    return database.inTransaction(
        h -> {
          Moves moves = new Moves(h, time);
          SpareTable.endAll(h);
          Recovery recovery = new Recovery(h, moves);
          int moved = recovery.all();
          if (MinuteTable.setBack(h, moves.now())) {
            log.warn("The clock was set back since the last run; nothing waits for the old time");
            RequestTable.allDue(h, moves.now());
            limits.setBack(h, moves.now());
          }
          moved += recovery.due();
          return moved + moves.bounded(limits.ofPlaces().running(h));
        });
  }
}
