package io.switchboard.queue.limit.ledger;

import io.switchboard.db.time.Times;
import io.switchboard.queue.limit.ledger.Covered.Entry;
import io.switchboard.queue.limit.rule.Boost;
import io.switchboard.queue.limit.rule.What;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Who used what when. An entry counts for as long as it is in the window. */
public final class Ledger {
  private Ledger() {}

  /**
   * What counts within the window that goes on now. Its entries are looked at one by one only if
   * there is no room for so much more, or a boost covers some of them.
   *
   * @param boosts of the quota's subject, by their beginning
   */
  public static Counted counted(Handle h, Quota quota, List<Boost> boosts, long more, Instant now) {
    What what = quota.limit().what();
    Instant opens = opens(h, quota, now);
    List<Boost> ours =
        boosts.stream().filter(b -> b.what() == what && b.until().isAfter(opens)).toList();
    if (ours.isEmpty()) {
      Entry all = new Entry(now, sum(h, quota.subject(), what, opens));
      Counted counted = new Counted(quota, List.of(all), List.of(), now);
      if (counted.admits(more)) {
        return counted;
      }
    }
    Instant first = ours.isEmpty() ? opens : earlier(opens, ours.getFirst().from());
    Covered covered = Covered.of(entries(h, quota.subject(), what, first), ours);
    return new Counted(
        quota,
        covered.entries().stream().filter(entry -> entry.at().isAfter(opens)).toList(),
        covered.running(now),
        now);
  }

  private static Instant opens(Handle h, Quota quota, Instant now) {
    Instant opens = quota.limit().window().opens(now, quota.zone());
    Instant forgiven = Subjects.countedFrom(h, quota.subject());
    return opens.isAfter(forgiven) ? opens : forgiven;
  }

  private static long sum(Handle h, String subject, What what, Instant after) {
    return h.createQuery(
            "select coalesce(sum(amount), 0) from usage_entry where subject = :subject and what ="
                + " :what and at > :after")
        .bind("subject", subject)
        .bind("what", what.name())
        .bind("after", after)
        .mapTo(long.class)
        .one();
  }

  private static Instant earlier(Instant a, Instant b) {
    return b.isBefore(a) ? justBefore(b) : a;
  }

  private static Instant justBefore(Instant begin) {
    return begin.minusNanos(1000);
  }

  /** Those that run, with what is left of them. */
  public static List<Boost.Running> running(
      Handle h, String subject, What what, List<Boost> boosts, Instant now) {
    List<Boost> ours = boosts.stream().filter(boost -> boost.what() == what).toList();
    return ours.isEmpty()
        ? List.of()
        : Covered.of(entries(h, subject, what, justBefore(ours.getFirst().from())), ours)
            .running(now);
  }

  private static List<Entry> entries(Handle h, String subject, What what, Instant after) {
    return h.createQuery(
            "select at, amount from usage_entry where subject = :subject and what = :what and at >"
                + " :after order by at")
        .bind("subject", subject)
        .bind("what", what.name())
        .bind("after", after)
        .map((row, context) -> new Entry(Times.at(row, "at"), row.getLong("amount")))
        .list();
  }

  /** Whether something of that name was taken already. */
  public static boolean has(Handle h, String entry) {
    return h.createQuery("select count(*) from usage_entry where entry = :entry")
            .bind("entry", entry)
            .mapTo(long.class)
            .one()
        > 0;
  }

  /** Takes these amounts from each subject. */
  public static void take(
      Handle h, String entry, Collection<String> subjects, Map<What, Long> amounts, Instant now) {
    PreparedBatch entries =
        h.prepareBatch(
            "insert into usage_entry (entry, subject, what, at, amount) values (:entry, :subject,"
                + " :what, :at, :amount)");
    for (String subject : subjects) {
      amounts.forEach(
          (what, amount) ->
              entries
                  .bind("entry", entry)
                  .bind("subject", subject)
                  .bind("what", what.name())
                  .bind("at", now)
                  .bind("amount", amount)
                  .add());
    }
    if (entries.size() > 0) {
      entries.execute();
    }
  }

  /**
   * The clock was set back: what was taken later than now counts as taken now, or its window would
   * be so much longer; and what was forgiven stays forgiven.
   */
  public static void setBack(Handle h, Instant now) {
    h.createUpdate("update usage_entry set at = :now where at > :now").bind("now", now).execute();
    Subjects.setBack(h, now);
  }

  /** It took so much of these in truth; also of what nobody had expected it to take. */
  public static void settle(Handle h, String entry, Map<What, Long> amounts) {
    List<What> all = List.copyOf(amounts.keySet());
    PreparedBatch known =
        h.prepareBatch(
            "update usage_entry set amount = :amount where entry = :entry and what = :what");
    for (What what : all) {
      known.bind("amount", amounts.get(what)).bind("entry", entry).bind("what", what.name()).add();
    }
    int[] found = known.execute();
    for (int i = 0; i < found.length; i++) {
      if (found[i] == 0) {
        add(h, entry, all.get(i), amounts.getOrDefault(all.get(i), 0L));
      }
    }
  }

  private static void add(Handle h, String entry, What what, long amount) {
    if (amount > 0) {
      h.createUpdate(
              "insert into usage_entry (entry, subject, what, at, amount) select distinct entry,"
                  + " subject, cast(:what as varchar(20)), at, cast(:amount as bigint) from"
                  + " usage_entry where entry = :entry")
          .bind("amount", amount)
          .bind("entry", entry)
          .bind("what", what.name())
          .execute();
    }
  }

  /** It took nothing. */
  public static void giveBack(Handle h, String entry) {
    h.createUpdate("delete from usage_entry where entry = :entry").bind("entry", entry).execute();
  }

  /**
   * Forgets what was used until then: at most so many rows, so that nobody waits long.
   *
   * @return how many
   */
  public static int forget(Handle h, Instant until, int most) {
    return h.createUpdate(
            "delete from usage_entry where (entry, subject, what) in (select entry, subject, what"
                + " from usage_entry where at <= :until order by at limit :most)")
        .bind("until", until)
        .bind("most", most)
        .execute();
  }
}
