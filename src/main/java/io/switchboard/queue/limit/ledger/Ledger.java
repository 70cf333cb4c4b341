package io.switchboard.queue.limit.ledger;

import io.switchboard.db.Database;
import io.switchboard.db.Times;
import io.switchboard.queue.limit.rule.Boost;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.What;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Who used what when. An entry counts for as long as it is younger than the window. */
public final class Ledger {
  private final Database database;

  /** Subjects whose rows are there: rows are never deleted. */
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  public Ledger(Database database) {
    this.database = database;
  }

  /** Makes sure that the subjects' rows are there to be locked. */
  public void know(Collection<String> subjects) {
    for (String subject : subjects) {
      if (!known.contains(subject) && !database.read(h -> known(h, subject))) {
        try {
          database.useTransaction(
              h ->
                  h.createUpdate(
                          "insert into limit_subject (subject, counted_from) values (:subject,"
                              + " :at)")
                      .bind("subject", subject)
                      .bind("at", Instant.EPOCH)
                      .execute());
        } catch (UnableToExecuteStatementException e) {
          if (!known.contains(subject) && !database.read(h -> known(h, subject))) {
            throw e;
          }
        }
      }
      known.add(subject);
    }
  }

  private static boolean known(Handle h, String subject) {
    return h.createQuery("select count(*) from limit_subject where subject = :subject")
            .bind("subject", subject)
            .mapTo(int.class)
            .one()
        > 0;
  }

  /** Keeps all others from admitting for these subjects until the transaction ends. */
  public static void lock(Handle h, Collection<String> subjects) {
    for (String subject : new TreeSet<>(subjects)) {
      h.createQuery("select counted_from from limit_subject where subject = :subject for update")
          .bind("subject", subject)
          .map((row, context) -> Times.at(row, "counted_from"))
          .one();
    }
  }

  /**
   * What counts within the window that ends now. Its entries are looked at one by one only if there
   * is no room for so much more, or a boost covers some of them.
   */
  public static Counted counted(
      Handle h, Quota binding, List<Boost> boosts, long more, Instant now) {
    Limit limit = binding.limit();
    Instant opens = from(h, binding, now);
    List<Boost> ours =
        binding.subject().startsWith("member:")
            ? boosts.stream()
                .filter(b -> b.what() == limit.what() && b.until().isAfter(opens))
                .toList()
            : List.of();
    if (ours.isEmpty()) {
      Counted.Entry all = new Counted.Entry(now, sum(h, binding.subject(), limit.what(), opens));
      Counted counted = new Counted(limit, List.of(all), 0, now, now);
      if (counted.admits(more)) {
        return counted;
      }
    }
    Instant first = ours.isEmpty() ? opens : earlier(opens, ours.getFirst().from());
    List<Counted.Entry> entries = entries(h, binding.subject(), limit.what(), first);
    return Counted.of(limit, entries, ours, opens, now);
  }

  private static long sum(Handle h, String subject, What what, Instant after) {
    return h.createQuery(
            "select coalesce(sum("
                + column(what)
                + "), 0) from usage_entry where subject = :subject and at > :after")
        .bind("subject", subject)
        .bind("after", after)
        .mapTo(long.class)
        .one();
  }

  private static Instant earlier(Instant a, Instant b) {
    return b.isBefore(a) ? b.minusNanos(1000) : a;
  }

  /** So much of a boost is left. */
  public static long left(Handle h, String subject, Boost boost, Instant now) {
    long used =
        entries(h, subject, boost.what(), boost.from().minusNanos(1000)).stream()
            .filter(entry -> boost.covers(entry.at()))
            .mapToLong(Counted.Entry::used)
            .sum();
    return Math.max(0, boost.amount() - used);
  }

  private static List<Counted.Entry> entries(Handle h, String subject, What what, Instant after) {
    return h.createQuery(
            "select at, "
                + column(what)
                + " as used from usage_entry where subject = :subject and at > :after order by at")
        .bind("subject", subject)
        .bind("after", after)
        .map((row, context) -> new Counted.Entry(Times.at(row, "at"), row.getLong("used")))
        .list();
  }

  private static String column(What what) {
    return what == What.REQUESTS ? "requests" : "tokens";
  }

  private static Instant from(Handle h, Quota binding, Instant now) {
    Instant opens = now.minus(binding.limit().window().length());
    Instant forgiven =
        h.createQuery("select counted_from from limit_subject where subject = :subject")
            .bind("subject", binding.subject())
            .map((row, context) -> Times.at(row, "counted_from"))
            .findOne()
            .orElse(Instant.EPOCH);
    return opens.isAfter(forgiven) ? opens : forgiven;
  }

  public static void reserve(
      Handle h, long request, Collection<String> subjects, long tokens, Instant now) {
    for (String subject : subjects) {
      h.createUpdate(
              "insert into usage_entry (request, subject, at, requests, tokens)"
                  + " values (:request, :subject, :at, 1, :tokens)")
          .bind("request", request)
          .bind("subject", subject)
          .bind("at", now)
          .bind("tokens", tokens)
          .execute();
    }
  }

  public static void settle(Handle h, long request, long tokens) {
    h.createUpdate("update usage_entry set tokens = :tokens where request = :request")
        .bind("tokens", tokens)
        .bind("request", request)
        .execute();
  }

  public static void refund(Handle h, long request) {
    h.createUpdate("delete from usage_entry where request = :request")
        .bind("request", request)
        .execute();
  }

  /** What was used until now no longer counts. */
  public static void forgive(Handle h, String subject, Instant now) {
    h.createUpdate("update limit_subject set counted_from = :now where subject = :subject")
        .bind("now", now)
        .bind("subject", subject)
        .execute();
  }

  /** What was forgiven to either stays forgiven, and a request of both counts once. */
  public static void merge(Handle h, String from, String to) {
    for (String sql :
        List.of(
            "insert into limit_subject (subject, counted_from) select cast(:to as varchar(220)),"
                + " f.counted_from from limit_subject f where f.subject = :from and not exists"
                + " (select 1 from limit_subject t where t.subject = :to)",
            "update limit_subject set counted_from = counted_from where subject in (:from, :to)",
            "delete from usage_entry where subject in (:from, :to) and at <= (select"
                + " s.counted_from from limit_subject s where s.subject = usage_entry.subject)",
            "update limit_subject set counted_from = (select min(s.counted_from) from"
                + " limit_subject s where s.subject in (:from, :to)) where subject = :to",
            "delete from usage_entry where subject = :from and request in (select u.request from"
                + " usage_entry u where u.subject = :to)",
            "update usage_entry set subject = :to where subject = :from")) {
      h.createUpdate(sql).bind("from", from).bind("to", to).execute();
    }
  }

  public static void copy(Handle h, String whole, String part) {
    for (String sql :
        List.of(
            "insert into limit_subject (subject, counted_from) select cast(:part as varchar(220)),"
                + " w.counted_from from limit_subject w where w.subject = :whole",
            "insert into usage_entry (request, subject, at, requests, tokens) select w.request,"
                + " cast(:part as varchar(220)), w.at, w.requests, w.tokens from usage_entry w"
                + " where w.subject = :whole")) {
      h.createUpdate(sql).bind("whole", whole).bind("part", part).execute();
    }
  }
}
