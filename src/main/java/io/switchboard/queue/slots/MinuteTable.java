package io.switchboard.queue.slots;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of each account lately, second by second. What was counted in one second counts
 * for 61 more, because a call leaves a moment after it was counted: so no sixty seconds of a server
 * see more than is counted. A ring of rows: what it costs does not grow with anything. All of it
 * needs the queue's clock, except {@link #look} and {@link #hours}.
 */
public final class MinuteTable {
  private static final int RING = 64;
  private static final int SECONDS = 61;
  private static final int SECONDS_AN_HOUR = 3600;
  private static final int HOURS_KEPT = 24 * 28;

  private MinuteTable() {}

  /** What counts now. */
  public record Used(int requests, long tokens) {
    /**
     * Whether one more of this size may be asked. One that is larger than the whole cap may be
     * asked alone.
     */
    public boolean admits(Slots.Caps caps, long more) {
      boolean request = caps.requests() == 0 || requests < caps.requests();
      boolean size = caps.tokens() == 0 || tokens <= 0 || tokens + more <= caps.tokens();
      return request && size;
    }
  }

  /** What counts now. */
  public static Used look(Handle h, String account, Instant now) {
    return h.createQuery(
            "select coalesce(sum(requests), 0) as r, coalesce(sum(tokens), 0) as t from"
                + " account_second where account = :account and at_second >= :since")
        .bind("account", account)
        .bind("since", now.getEpochSecond() - SECONDS)
        .map((row, context) -> new Used(row.getInt("r"), row.getLong("t")))
        .one();
  }

  /**
   * Whether something was counted after now, so that the clock was set back since then: it counts
   * as asked now.
   */
  public static boolean setBack(Handle h, Instant now) {
    long second = now.getEpochSecond();
    List<String> accounts =
        h.createQuery("select distinct account from account_second where at_second > :second")
            .bind("second", second)
            .mapTo(String.class)
            .list();
    for (String account : accounts) {
      Used later =
          h.createQuery(
                  "select sum(requests) as r, sum(tokens) as t from account_second"
                      + " where account = :account and at_second > :second")
              .bind("account", account)
              .bind("second", second)
              .map((row, context) -> new Used(row.getInt("r"), row.getLong("t")))
              .one();
      h.createUpdate("delete from account_second where account = :account and at_second > :second")
          .bind("account", account)
          .bind("second", second)
          .execute();
      add(h, account, later.requests(), later.tokens(), now);
    }
    return !accounts.isEmpty();
  }

  /**
   * Lets a running one ask its account once more, and counts it.
   *
   * @param counted when this was counted already, though not asked then; null if it was not
   * @return whether there is room for it
   */
  public static boolean ask(
      Handle h, Slots slots, long tokens, @Nullable Instant counted, Instant now) {
    if (counted != null) {
      takeBack(h, slots.account(), 1, tokens, counted);
    }
    boolean room = look(h, slots.account(), now).admits(slots.caps(), tokens);
    if (room) {
      asked(h, slots.account(), tokens, now);
    }
    return room;
  }

  /** Counts what is asked now. */
  public static void asked(Handle h, String account, long tokens, Instant now) {
    add(h, account, 1, tokens, now);
    hour(h, account, 1, 0, now);
  }

  private static void add(Handle h, String account, int requests, long tokens, Instant now) {
    long second = now.getEpochSecond();
    int known =
        h.createUpdate(
                "update account_second set"
                    + " requests = case when at_second = :second then requests else 0 end + :r,"
                    + " tokens = case when at_second = :second then tokens else 0 end + :t,"
                    + " at_second = :second where account = :account and slot = :slot")
            .bind("second", second)
            .bind("r", requests)
            .bind("t", tokens)
            .bind("account", account)
            .bind("slot", slot(second))
            .execute();
    if (known == 0) {
      h.createUpdate(
              "insert into account_second (account, slot, at_second, requests, tokens)"
                  + " values (:account, :slot, :second, :r, :t)")
          .bind("account", account)
          .bind("slot", slot(second))
          .bind("second", second)
          .bind("r", requests)
          .bind("t", tokens)
          .execute();
    }
  }

  /** Takes back what was counted then; nothing if that does not count any more. */
  public static void takeBack(Handle h, String account, int requests, long tokens, Instant then) {
    long second = then.getEpochSecond();
    h.createUpdate(
            "update account_second set requests = requests - :r, tokens = tokens - :t"
                + " where account = :account and slot = :slot and at_second = :second")
        .bind("r", requests)
        .bind("t", tokens)
        .bind("account", account)
        .bind("slot", slot(second))
        .bind("second", second)
        .execute();
  }

  /** So many more tokens, or less, than was counted when it was asked. */
  public static void corrected(Handle h, String account, long more, Instant asked, Instant now) {
    if (more > 0) {
      add(h, account, 0, more, now);
    } else if (more < 0) {
      takeBack(h, account, 0, -more, asked);
    }
  }

  /** So many tokens were used by one that is over. */
  public static void used(Handle h, String account, long tokens, Instant now) {
    hour(h, account, 0, tokens, now);
  }

  private static void hour(Handle h, String account, int requests, long tokens, Instant now) {
    long hour = now.getEpochSecond() / SECONDS_AN_HOUR;
    int known =
        h.createUpdate(
                "update account_hour set requests = requests + :r, tokens = tokens + :t"
                    + " where account = :account and at_hour = :hour")
            .bind("r", requests)
            .bind("t", tokens)
            .bind("account", account)
            .bind("hour", hour)
            .execute();
    if (known == 0) {
      h.createUpdate(
              "insert into account_hour (account, at_hour, requests, tokens)"
                  + " values (:account, :hour, :r, :t)")
          .bind("account", account)
          .bind("hour", hour)
          .bind("r", requests)
          .bind("t", tokens)
          .execute();
      h.createUpdate("delete from account_hour where account = :account and at_hour < :old")
          .bind("account", account)
          .bind("old", hour - HOURS_KEPT)
          .execute();
    }
  }

  /** What an account did in the last so many hours, the present one among them. */
  public static Used hours(Handle h, String account, int hours, Instant now) {
    return h.createQuery(
            "select coalesce(sum(requests), 0) as r, coalesce(sum(tokens), 0) as t from"
                + " account_hour where account = :account and at_hour > :since")
        .bind("account", account)
        .bind("since", now.getEpochSecond() / SECONDS_AN_HOUR - hours)
        .map((row, context) -> new Used(row.getInt("r"), row.getLong("t")))
        .one();
  }

  private static int slot(long second) {
    return (int) (second % RING);
  }
}
