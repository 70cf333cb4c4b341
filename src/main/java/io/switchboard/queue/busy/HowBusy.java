package io.switchboard.queue.busy;

import io.switchboard.db.Database;
import io.switchboard.db.shared.SharedTime;
import io.switchboard.db.time.Times;
import io.switchboard.queue.line.RequestTable;
import io.switchboard.queue.line.WhereItStands;
import io.switchboard.queue.slots.MinuteTable;
import io.switchboard.queue.slots.Slots;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** How much there is to do and was done, for everybody and all processes together. */
public final class HowBusy {
  private final Database database;
  private final SharedTime time;

  public HowBusy(Database database, SharedTime time) {
    this.database = database;
    this.time = time;
  }

  /** How much there is to do now. */
  public record Load(int running, int waiting) {}

  /** How much there is to do now. */
  public Load load() {
    return database.read(
        h -> new Load(RequestTable.runningAtAll(h), WhereItStands.waitingAtAll(h)));
  }

  /** How it was lately. */
  public Business lately() {
    return database.read(h -> Business.look(h, time.now(h)));
  }

  /**
   * What an account did.
   *
   * @param running answers that it gives now
   * @param minute calls in the last minute
   * @param day calls and tokens in the last 24 hours
   */
  public record AccountUse(int running, MinuteTable.Used minute, MinuteTable.Used day) {}

  /** What an account did. */
  public AccountUse account(String name) {
    return database.read(
        h -> {
          Instant now = time.now(h);
          return new AccountUse(
              RequestTable.running(h, name),
              MinuteTable.look(h, name, now),
              MinuteTable.hours(h, name, 24, now));
        });
  }

  /**
   * Those who wait for one model, or for any.
   *
   * @param oldest for how long the oldest has
   */
  public record Waits(int waiting, Duration oldest) {}

  /**
   * Who waits, by the model that is wanted; {@code any} where none is. Looks at no more than 50,000
   * requests.
   */
  public Map<String, Waits> waiting() {
    return database.read(
        h -> {
          Instant now = time.now(h);
          Map<String, Waits> all = new TreeMap<>();
          h.createQuery(
                  "select pool, count(*) as c, min(submitted_at) as oldest from (select pool,"
                      + " submitted_at from request where state in ('READY', 'BEHIND', 'CROWDED',"
                      + " 'LATER') limit 50000) those group by pool")
              .map(
                  (row, context) -> {
                    Duration waited = Duration.between(Times.at(row, "oldest"), now);
                    String pool = row.getString("pool");
                    return all.put(
                        pool == null || pool.equals(Slots.ANY) ? "any" : pool,
                        new Waits(row.getInt("c"), waited.isNegative() ? Duration.ZERO : waited));
                  })
              .list();
          return all;
        });
  }
}
