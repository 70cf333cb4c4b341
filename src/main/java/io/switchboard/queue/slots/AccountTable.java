package io.switchboard.queue.slots;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What the accounts can take together, for saying when a request will start. */
public final class AccountTable {
  /** An account that nobody has claimed for so long is out of use. */
  private static final Duration FORGOTTEN = Duration.ofMinutes(5);

  private AccountTable() {}

  /** Whether this is known already, and lately enough. */
  public static boolean knows(Handle h, Slots slots, Instant now) {
    return h.createQuery(
            "select name from queue_account where name = :name and concurrency = :concurrency"
                + " and seen_at > :since")
        .bind("name", slots.account())
        .bind("concurrency", slots.running())
        .bind("since", now.minus(FORGOTTEN.dividedBy(5)))
        .mapTo(String.class)
        .findOne()
        .isPresent();
  }

  /** Keeps what an account can take. Needs the queue's clock. */
  public static void seen(Handle h, Slots slots, Instant now) {
    String account = slots.account();
    int concurrency = slots.running();
    int known =
        h.createUpdate(
                "update queue_account set concurrency = :concurrency, seen_at = :now"
                    + " where name = :name")
            .bind("concurrency", concurrency)
            .bind("now", now)
            .bind("name", account)
            .execute();
    if (known == 0) {
      h.createUpdate(
              "insert into queue_account (name, concurrency, seen_at)"
                  + " values (:name, :concurrency, :now)")
          .bind("name", account)
          .bind("concurrency", concurrency)
          .bind("now", now)
          .execute();
    }
  }

  /** Of these, the one whose turn it is. Needs the queue's clock. */
  public static Slots turn(Handle h, List<Slots> accounts) {
    Map<String, Double> turns = turns(h);
    return accounts.stream()
        .min(Comparator.comparingDouble(slots -> next(turns, slots)))
        .orElseThrow();
  }

  /** It is chosen now. Needs the queue's clock. */
  public static void chosen(Handle h, Slots slots) {
    h.createUpdate("update queue_account set turn = :turn where name = :name")
        .bind("turn", next(turns(h), slots))
        .bind("name", slots.account())
        .execute();
  }

  /**
   * Stride scheduling: each time an account is chosen, its turn moves on by one divided by its
   * weight, and the least turn is chosen. One that was out of use does not make up for it: it comes
   * in where the others are, less than one step behind the one that was chosen last.
   */
  private static double next(Map<String, Double> turns, Slots slots) {
    double others = turns.values().stream().max(Double::compare).orElse(0.0) - 1;
    double own = turns.getOrDefault(slots.account(), 0.0);
    return Math.max(own, others) + 1.0 / slots.weight();
  }

  private static Map<String, Double> turns(Handle h) {
    Map<String, Double> turns = new HashMap<>();
    h.createQuery("select name, turn from queue_account")
        .map((row, context) -> Map.entry(row.getString("name"), row.getDouble("turn")))
        .forEach(entry -> turns.put(entry.getKey(), entry.getValue()));
    return turns;
  }

  /** How many answers can run at once; 0 while nobody claims. */
  public static int slots(Handle h, Instant now) {
    return h.createQuery(
            "select coalesce(sum(concurrency), 0) from queue_account where seen_at > :since")
        .bind("since", now.minus(FORGOTTEN))
        .mapTo(int.class)
        .one();
  }
}
