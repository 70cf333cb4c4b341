package io.switchboard.queue.limit.ledger;

import io.switchboard.db.Database;
import io.switchboard.db.time.Times;
import io.switchboard.member.MemberId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * Whoever and whatever has a quota. The row of each is locked while something is let in on it, in
 * the order of their names, so that no two are let in on the same room.
 */
public final class Subjects {
  private final Database database;

  /** Those whose rows are there: rows are never deleted. */
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  /** As whom a member's own use is counted. */
  public static String of(MemberId member) {
    return "member:" + member;
  }

  public Subjects(Database database) {
    this.database = database;
  }

  /** Makes sure that the rows are there to be locked. */
  public void know(Collection<String> subjects) {
    for (String subject : subjects) {
      if (!known.contains(subject) && !database.read(h -> isThere(h, subject))) {
        try {
          database.useTransaction(h -> insert(h, subject));
        } catch (UnableToExecuteStatementException e) {
          if (!known.contains(subject) && !database.read(h -> isThere(h, subject))) {
            throw e;
          }
        }
      }
      known.add(subject);
    }
  }

  private static void insert(Handle h, String subject) {
    h.createUpdate("insert into limit_subject (subject, counted_from) values (:subject, :at)")
        .bind("subject", subject)
        .bind("at", Instant.EPOCH)
        .execute();
  }

  private static boolean isThere(Handle h, String subject) {
    return h.createQuery("select count(*) from limit_subject where subject = :subject")
            .bind("subject", subject)
            .mapTo(int.class)
            .one()
        > 0;
  }

  /**
   * Keeps all others from admitting for these until the transaction ends. One that is not known was
   * named a moment ago by an admin: nothing was counted for it when the caller began.
   */
  public static void lock(Handle h, Collection<String> subjects) {
    for (String subject : new TreeSet<>(subjects)) {
      h.createQuery("select counted_from from limit_subject where subject = :subject for update")
          .bind("subject", subject)
          .map((row, context) -> Times.at(row, "counted_from"))
          .findOne();
    }
  }

  /** What was used until then is forgiven. */
  public static Instant countedFrom(Handle h, String subject) {
    return h.createQuery("select counted_from from limit_subject where subject = :subject")
        .bind("subject", subject)
        .map((row, context) -> Times.at(row, "counted_from"))
        .findOne()
        .orElse(Instant.EPOCH);
  }

  /** What was used until now no longer counts. */
  public static void forgive(Handle h, String subject, Instant now) {
    h.createUpdate("update limit_subject set counted_from = :now where subject = :subject")
        .bind("now", now)
        .bind("subject", subject)
        .execute();
  }

  static void setBack(Handle h, Instant now) {
    h.createUpdate("update limit_subject set counted_from = :now where counted_from > :now")
        .bind("now", now)
        .execute();
  }

  /** What was forgiven to either stays forgiven, and what both took counts once. */
  public static void merge(Handle h, String from, String to) {
    for (String sql :
        List.of(
            "insert into limit_subject (subject, counted_from) select cast(:to as varchar(220)),"
                + " f.counted_from from limit_subject f where f.subject = :from and not exists"
                + " (select 1 from limit_subject t where t.subject = :to)",
            // Whoever asks for the first time right now has to wait at this row, too.
            "insert into limit_subject (subject, counted_from) select cast(:from as varchar(220)),"
                + " t.counted_from from limit_subject t where t.subject = :to and not exists"
                + " (select 1 from limit_subject f where f.subject = :from)",
            "update limit_subject set counted_from = counted_from where subject in (:from, :to)",
            "delete from usage_entry where subject in (:from, :to) and at <= (select"
                + " s.counted_from from limit_subject s where s.subject = usage_entry.subject)",
            "update limit_subject set counted_from = (select min(s.counted_from) from"
                + " limit_subject s where s.subject in (:from, :to)) where subject = :to",
            "delete from usage_entry where subject = :from and exists (select 1 from usage_entry"
                + " u where u.subject = :to and u.entry = usage_entry.entry and u.what ="
                + " usage_entry.what)",
            "update usage_entry set subject = :to where subject = :from")) {
      h.createUpdate(sql).bind("from", from).bind("to", to).execute();
    }
  }

  /** A part of somebody begins with what the whole has used. */
  public static void copy(Handle h, String whole, String part) {
    for (String sql :
        List.of(
            "insert into limit_subject (subject, counted_from) select cast(:part as varchar(220)),"
                + " w.counted_from from limit_subject w where w.subject = :whole",
            "insert into usage_entry (entry, subject, what, at, amount) select w.entry, cast(:part"
                + " as varchar(220)), w.what, w.at, w.amount from usage_entry w where w.subject ="
                + " :whole")) {
      h.createUpdate(sql).bind("whole", whole).bind("part", part).execute();
    }
  }
}
