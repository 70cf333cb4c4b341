package io.switchboard.staff;

import io.switchboard.db.time.Busy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of what is wrong, and of what is still to be said. */
final class NoticeTable {
  /** As wide as the column. */
  private static final int LONGEST = 2000;

  private NoticeTable() {}

  /** Something to be said. */
  record Notice(long id, String channel, String text) {}

  static boolean isRaised(Handle h, String subject) {
    return h.createQuery("select count(*) from staff_trouble where subject = :subject")
            .bind("subject", subject)
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  /** Two at once: one of them gets an exception. */
  static void raise(Handle h, String subject, Instant now) {
    h.createUpdate("insert into staff_trouble (subject, since) values (:subject, :now)")
        .bind("subject", subject)
        .bind("now", now)
        .execute();
  }

  /** Whether it was raised. */
  static boolean end(Handle h, String subject) {
    return h.createUpdate("delete from staff_trouble where subject = :subject")
            .bind("subject", subject)
            .execute()
        == 1;
  }

  static void add(Handle h, String channel, String text, Instant now) {
    h.createUpdate(
            "insert into staff_notice (channel, text, busy_until) values (:channel, :text, :now)")
        .bind("channel", channel)
        .bind("text", text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text)
        .bind("now", now)
        .execute();
  }

  static List<Notice> waiting(Handle h, Instant now) {
    return Busy.at(
            h.createQuery(
                "select id, channel, text from staff_notice where " + Busy.NOBODY + " order by id"),
            now)
        .map((rs, c) -> new Notice(rs.getLong("id"), rs.getString("channel"), rs.getString("text")))
        .list();
  }

  /** Whether it is ours to say until then. */
  static boolean claim(Handle h, Notice notice, Instant now, Instant until) {
    return Busy.at(
                h.createUpdate(
                    "update staff_notice set busy_until = :until where id = :id and "
                        + Busy.NOBODY),
                now)
            .bind("until", until)
            .bind("id", notice.id())
            .execute()
        == 1;
  }

  static void said(Handle h, Notice notice) {
    h.createUpdate("delete from staff_notice where id = :id").bind("id", notice.id()).execute();
  }

  /** What is wrong now. */
  static List<String> raised(Handle h) {
    return h.createQuery("select subject from staff_trouble").mapTo(String.class).list();
  }

  /** Since when something is wrong; empty if it is not. */
  static Optional<Instant> since(Handle h, String subject) {
    return h.createQuery("select since from staff_trouble where subject = :subject")
        .bind("subject", subject)
        .mapTo(Instant.class)
        .findOne();
  }
}
