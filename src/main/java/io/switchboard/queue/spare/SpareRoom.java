package io.switchboard.queue.spare;

import io.switchboard.db.Database;
import io.switchboard.db.shared.SharedTime;
import io.switchboard.queue.line.Moves;
import io.switchboard.queue.line.RequestTable;
import io.switchboard.queue.slots.MinuteTable;
import io.switchboard.queue.slots.Slots;
import io.switchboard.queue.slots.SpareTable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/** Finds room that nobody needs. */
public final class SpareRoom {
  /** How long a process that is not heard of keeps the room. */
  static final Duration LEASE = Duration.ofSeconds(10);

  private final Database database;
  private final SharedTime time;
  private final Runnable freed;
  private final Set<SpareCall> open = ConcurrentHashMap.newKeySet();

  /**
   * @param freed told when a slot is free again
   */
  public SpareRoom(Database database, SharedTime time, Runnable freed) {
    this.database = database;
    this.time = time;
    this.freed = freed;
  }

  /**
   * Takes room for one call on one of these accounts.
   *
   * @param tokens about so many it will take
   * @return empty if somebody may need it; else to be closed when the call is over
   */
  public Optional<SpareCall> take(List<Slots> accounts, long tokens) {
    if (accounts.stream().noneMatch(slots -> database.read(h -> hasRoom(h, slots, tokens)))) {
      return Optional.empty();
    }
    String id = UUID.randomUUID().toString();
    Optional<String> account = database.inTransaction(h -> take(h, id, accounts, tokens));
    return account.map(
        name -> {
          SpareCall call = new SpareCall(this, id, name, tokens);
          open.add(call);
          return call;
        });
  }

  private Optional<String> take(Handle h, String id, List<Slots> accounts, long tokens) {
    Instant now = new Moves(h, time).now();
    Optional<Slots> roomy = accounts.stream().filter(s -> hasRoom(h, s, tokens)).findFirst();
    roomy.ifPresent(
        slots -> {
          SpareTable.begin(h, id, slots.account(), now, now.plus(LEASE));
          MinuteTable.asked(h, slots.account(), tokens, now);
        });
    return roomy.map(Slots::account);
  }

  private boolean hasRoom(Handle h, Slots slots, long tokens) {
    Instant now = time.now(h);
    int slotsLeft =
        slots.caps().concurrency()
            - RequestTable.running(h, slots.account())
            - SpareTable.running(h, slots.account(), now);
    return slots.use() == Slots.Use.OPEN
        && slotsLeft >= (slots.caps().concurrency() > 1 ? 2 : 1)
        && halfOfItsMinute(MinuteTable.look(h, slots.account(), now), slots.caps(), tokens)
        && !RequestTable.anyReady(h);
  }

  private static boolean halfOfItsMinute(MinuteTable.Used used, Slots.Caps caps, long tokens) {
    return (caps.requests() == 0 || 2L * (used.requests() + 1) <= caps.requests())
        && (caps.tokens() == 0 || 2 * (used.tokens() + tokens) <= caps.tokens());
  }

  /** Something came into the queue or left it: whoever has room looks whether it is needed. */
  public void changed() {
    open.forEach(SpareCall::look);
  }

  /** Whether somebody waits for a slot. */
  boolean needed() {
    return database.read(RequestTable::anyReady);
  }

  void renew(String id) {
    boolean ignored = database.inTransaction(h -> SpareTable.renew(h, id, time.now(h).plus(LEASE)));
  }

  void over(SpareCall call, long more) {
    open.remove(call);
    database.useTransaction(
        h -> {
          Instant now = new Moves(h, time).now();
          SpareTable.end(h, call.id());
          MinuteTable.corrected(h, call.account(), more, now, now);
          MinuteTable.used(h, call.account(), Math.max(0, call.expected() + more), now);
        });
    freed.run();
  }
}
