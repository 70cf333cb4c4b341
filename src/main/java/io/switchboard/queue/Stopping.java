package io.switchboard.queue;

import io.switchboard.db.Database;
import io.switchboard.db.shared.SharedTime;
import io.switchboard.member.MemberId;
import io.switchboard.queue.RequestQueue.Stop;
import io.switchboard.queue.beside.HeldTable;
import io.switchboard.queue.limit.Limits;
import io.switchboard.queue.line.Moves;
import io.switchboard.queue.line.RequestRow;
import io.switchboard.queue.line.RequestTable;
import io.switchboard.queue.line.State;
import io.switchboard.queue.request.RequestId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops requests, and tells whoever in this process runs them. */
final class Stopping {
  private static final Logger log = LoggerFactory.getLogger(Stopping.class);

  private final Database database;
  private final SharedTime time;
  private final Limits limits;
  private final Map<Long, Runnable> listeners = new ConcurrentHashMap<>();

  Stopping(Database database, SharedTime time, Limits limits) {
    this.database = database;
    this.time = time;
    this.limits = limits;
  }

  Stop stop(RequestId request, MemberId member) {
    boolean theirs =
        database
            .read(h -> RequestTable.find(h, request.value()))
            .filter(row -> row.member() == member.value())
            .isPresent();
    if (!theirs) {
      return Stop.NOTHING;
    }
    Stop stop =
        database.inTransaction(
            h -> {
              Moves moves = new Moves(h, time);
              return RequestTable.find(h, request.value())
                  .map(row -> stop(h, moves, row))
                  .orElse(Stop.NOTHING);
            });
    if (stop == Stop.STOPPING) {
      fire(request.value());
    }
    return stop;
  }

  private Stop stop(Handle h, Moves moves, RequestRow row) {
    if (row.state() == State.RUNNING) {
      HeldTable.wantStop(h, row.id());
      return Stop.STOPPING;
    }
    if (!row.state().waits()) {
      return row.state().held() ? Stop.STOPPING : Stop.OVER;
    }
    if (row.shown() == null) {
      moves.cancel(row);
      limits.giveBack(h, Admitting.entry(row.id()));
      return Stop.CANCELLED;
    }
    // Part of an answer is in the chat already: whoever runs it next brings that to its end.
    HeldTable.wantStop(h, row.id());
    if (row.state() == State.LATER) {
      moves.hasten(row);
    }
    return Stop.STOPPING;
  }

  void listen(RequestId request, Runnable listener) {
    listeners.put(request.value(), listener);
    if (database.read(h -> HeldTable.stopWanted(h, request.value())).orElse(true)) {
      fire(request.value());
    }
  }

  void forget(RequestId request) {
    listeners.remove(request.value());
  }

  /** Those that somebody here runs, or has just ended. */
  Set<Long> listening() {
    return Set.copyOf(listeners.keySet());
  }

  /** Tells those of the first that are not among the second. */
  void stopAllBut(Set<Long> heard, Set<Long> goingOn) {
    heard.stream().filter(request -> !goingOn.contains(request)).forEach(this::fire);
  }

  private void fire(long request) {
    Runnable listener = listeners.remove(request);
    if (listener != null) {
      try {
        listener.run();
      } catch (RuntimeException | Error e) {
        log.warn("stopping request {} failed", request, e);
      }
    }
  }
}
