package io.switchboard.queue;

import io.switchboard.db.Database;
import io.switchboard.db.shared.SharedTime;
import io.switchboard.queue.line.QueueClock;
import io.switchboard.queue.request.RequestId;
import io.switchboard.queue.slots.MinuteTable;
import io.switchboard.queue.slots.Slots;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts each call to an account in its minute, at the moment in which it is made. The first call
 * of a request was counted when it was claimed; it is counted anew if it comes later than that.
 */
final class Turnstile {
  /** A call made so soon after it was counted was counted when it was made. */
  private static final long SOON_NANOS = 500_000_000;

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private final Database database;
  private final SharedTime time;
  private final Map<RequestId, Ticket> tickets = new ConcurrentHashMap<>();

  /**
   * @param counted when the next call was counted; null if it was not
   * @param nanos the same, by this process's own measure
   */
  private record Ticket(Slots slots, long tokens, @Nullable Instant counted, long nanos) {
    boolean countedJustNow() {
      return counted != null && System.nanoTime() - nanos < SOON_NANOS;
    }

    Ticket used() {
      return new Ticket(slots, tokens, null, 0);
    }
  }

  Turnstile(Database database, SharedTime time) {
    this.database = database;
    this.time = time;
  }

  void claimed(Claiming.Taken taken, Slots slots) {
    tickets.put(
        taken.claimed().id(), new Ticket(slots, taken.tokens(), taken.at(), System.nanoTime()));
  }

  void forget(RequestId request) {
    tickets.remove(request);
  }

  /** Zero if the call may be made now, and counts; else how long to wait before asking again. */
  Duration pass(RequestId request) {
    Ticket ticket = tickets.get(request);
    if (ticket == null) {
      return Duration.ZERO;
    }
    tickets.replace(request, ticket.used());
    if (ticket.countedJustNow()) {
      return Duration.ZERO;
    }
    boolean passed =
        database.inTransaction(
            h -> {
              QueueClock.take(h);
              return MinuteTable.ask(
                  h, ticket.slots(), ticket.tokens(), ticket.counted(), time.now(h));
            });
    return passed ? Duration.ZERO : LOOK_AGAIN;
  }
}
