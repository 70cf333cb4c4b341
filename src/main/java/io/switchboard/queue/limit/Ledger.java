package io.switchboard.queue.limit;

import io.switchboard.db.Database;
import io.switchboard.db.Times;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Who used what when. An entry counts for as long as it is younger than the window. */
final class Ledger {
  private final Database database;

  /** Subjects whose rows are there: rows are never deleted. */
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  Ledger(Database database) {
    this.database = database;
  }

  /** Makes sure that the subjects' rows are there to be locked. */
  void know(Collection<String> subjects) {
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
  static void lock(Handle h, Collection<String> subjects) {
    for (String subject : new TreeSet<>(subjects)) {
      h.createQuery("select counted_from from limit_subject where subject = :subject for update")
          .bind("subject", subject)
          .map((row, context) -> Times.at(row, "counted_from"))
          .one();
    }
  }

  /** What was used within the window that ends now. */
  static long used(Handle h, Binding binding, Instant now) {
    return h.createQuery(
            "select coalesce(sum("
                + column(binding.limit())
                + "), 0) from usage_entry where subject = :subject and at > :from")
        .bind("subject", binding.subject())
        .bind("from", from(h, binding, now))
        .mapTo(long.class)
        .one();
  }

  /** When enough has fallen out of the window that {@code room} more are let in. */
  static Instant backAt(Handle h, Binding binding, long room, Instant now) {
    Limit limit = binding.limit();
    if (room > limit.amount()) {
      return Instant.MAX;
    }
    List<Entry> entries =
        h.createQuery(
                "select at, "
                    + column(limit)
                    + " as used from usage_entry where subject = :subject and at > :from"
                    + " order by at")
            .bind("subject", binding.subject())
            .bind("from", from(h, binding, now))
            .map((row, context) -> new Entry(Times.at(row, "at"), row.getLong("used")))
            .list();
    long used = entries.stream().mapToLong(Entry::used).sum();
    Instant back = now;
    for (Entry entry : entries) {
      if (used + room <= limit.amount()) {
        break;
      }
      used -= entry.used();
      back = entry.at().plus(limit.window().length());
    }
    return back;
  }

  private record Entry(Instant at, long used) {}

  private static String column(Limit limit) {
    return limit.what() == Limit.What.REQUESTS ? "requests" : "tokens";
  }

  private static Instant from(Handle h, Binding binding, Instant now) {
    Instant opens = now.minus(binding.limit().window().length());
    Instant forgiven =
        h.createQuery("select counted_from from limit_subject where subject = :subject")
            .bind("subject", binding.subject())
            .map((row, context) -> Times.at(row, "counted_from"))
            .findOne()
            .orElse(Instant.EPOCH);
    return opens.isAfter(forgiven) ? opens : forgiven;
  }

  static void reserve(
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

  static void settle(Handle h, long request, long tokens) {
    h.createUpdate("update usage_entry set tokens = :tokens where request = :request")
        .bind("tokens", tokens)
        .bind("request", request)
        .execute();
  }

  static void refund(Handle h, long request) {
    h.createUpdate("delete from usage_entry where request = :request")
        .bind("request", request)
        .execute();
  }

  /** What was used until now no longer counts. */
  static void forgive(Handle h, String subject, Instant now) {
    h.createUpdate("update limit_subject set counted_from = :now where subject = :subject")
        .bind("now", now)
        .bind("subject", subject)
        .execute();
  }
}
