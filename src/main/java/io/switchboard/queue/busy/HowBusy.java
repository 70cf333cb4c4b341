package io.switchboard.queue.busy;

import io.switchboard.db.Database;
import io.switchboard.db.SharedTime;
import io.switchboard.queue.line.RequestTable;
import io.switchboard.queue.line.WhereItStands;
import io.switchboard.queue.slots.MinuteTable;
import java.time.Instant;

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
}
