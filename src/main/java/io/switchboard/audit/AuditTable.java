package io.switchboard.audit;

import io.switchboard.audit.AuditEntry.Trace;
import io.switchboard.db.time.Times;
import io.switchboard.member.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The rows of what was done. */
final class AuditTable {
  private static final String SELECT =
      "select id, member_id, what, target, detail, at, thing, before_state, after_state, undoes,"
          + " undone_by, refused, person from audit";

  private static final String UNDOABLE =
      "thing <> '' and undone_by is null and before_state <> after_state";

  /** As wide as the columns. */
  private static final int WHAT = 60;

  private static final int TARGET = 300;
  private static final int DETAIL = 2000;

  private AuditTable() {}

  /** Adds one, cut to what the columns take. */
  static AuditEntry insert(
      Handle h, MemberId who, String what, String target, String detail, Trace trace, Instant at) {
    long id =
        h.createUpdate(
                "insert into audit (member_id, what, target, detail, at, thing, before_state,"
                    + " after_state, undoes, refused, person) values (:who, :what, :target,"
                    + " :detail, :at, :thing, :before, :after, :undoes, :refused, :person)")
            .bind("who", who.value())
            .bind("what", cut(what, WHAT))
            .bind("target", cut(target, TARGET))
            .bind("detail", cut(detail, DETAIL))
            .bind("at", at)
            .bind("thing", trace.thing())
            .bind("before", trace.before())
            .bind("after", trace.after())
            .bind("undoes", trace.undoes())
            .bind("refused", trace.refused())
            .bind("person", trace.person())
            .executeAndReturnGeneratedKeys("id")
            .mapTo(long.class)
            .one();
    return find(h, id).orElseThrow();
  }

  static Optional<AuditEntry> find(Handle h, long id) {
    return h.createQuery(SELECT + " where id = :id").bind("id", id).map(AuditTable::read).findOne();
  }

  /** The same; nobody else takes it back until the transaction ends. */
  static Optional<AuditEntry> locked(Handle h, long id) {
    return h.createQuery(SELECT + " where id = :id for update")
        .bind("id", id)
        .map(AuditTable::read)
        .findOne();
  }

  /** The newest first, of those with a smaller number. */
  static List<AuditEntry> before(Handle h, long id, Audit.Which which, int most) {
    String only =
        switch (which) {
          case ALL -> "";
          case REFUSED -> " and refused";
          case UNDOABLE -> " and " + UNDOABLE;
        };
    return h.createQuery(SELECT + " where id < :id" + only + " order by id desc limit :most")
        .bind("id", id)
        .bind("most", most)
        .map(AuditTable::read)
        .list();
  }

  /** The newest first; also of those who have become a part of a member. */
  static List<AuditEntry> about(Handle h, String what, String target, int most) {
    return h.createQuery(
            SELECT
                + " where what = :what and not refused and (target = :target or target in (select"
                + " 'member ' || cast(m.id as varchar(30)) from member m where 'member ' ||"
                + " cast(m.merged_into as varchar(30)) = :target)) order by id desc limit :most")
        .bind("what", what)
        .bind("target", target)
        .bind("most", most)
        .map(AuditTable::read)
        .list();
  }

  /** What can perhaps be taken back, the newest first. */
  static List<AuditEntry> undoable(Handle h, int most) {
    return h.createQuery(SELECT + " where " + UNDOABLE + " order by id desc limit :most")
        .bind("most", most)
        .map(AuditTable::read)
        .list();
  }

  /** The last one that this member did and that was not taken back, if it is no taking back. */
  static Optional<AuditEntry> last(Handle h, MemberId who) {
    return h.createQuery(
            SELECT
                + " where member_id = :who and thing <> '' and undone_by is null and undoes is null"
                + " and before_state <> after_state order by id desc limit 1")
        .bind("who", who.value())
        .map(AuditTable::read)
        .findOne();
  }

  static void undone(Handle h, long id, Long by) {
    h.createUpdate("update audit set undone_by = :by where id = :id")
        .bind("by", by)
        .bind("id", id)
        .execute();
  }

  static void notUndone(Handle h, long id) {
    h.createUpdate("update audit set undone_by = null where id = :id").bind("id", id).execute();
  }

  /** How often they tried since then what they may not do. */
  static int refusals(Handle h, MemberId who, String person, Instant since) {
    return h.createQuery(
            "select count(*) from audit where member_id = :who and at > :since and refused and"
                + " person = :person")
        .bind("who", who.value())
        .bind("person", person)
        .bind("since", since)
        .mapTo(int.class)
        .one();
  }

  /** Whether somebody who is no member tried this since then. */
  static boolean tried(Handle h, String person, String what, Instant since) {
    return h.createQuery(
                "select count(*) from audit where member_id = :nobody and at > :since and refused"
                    + " and person = :person and target = :what")
            .bind("nobody", Audit.NOBODY.value())
            .bind("since", since)
            .bind("person", person)
            .bind("what", what)
            .mapTo(int.class)
            .one()
        > 0;
  }

  private static AuditEntry read(ResultSet row, StatementContext context) throws SQLException {
    return new AuditEntry(
        row.getLong("id"),
        new MemberId(row.getLong("member_id")),
        row.getString("what"),
        row.getString("target"),
        row.getString("detail"),
        Times.at(row, "at"),
        new Trace(
            row.getString("thing"),
            Objects.requireNonNullElse(row.getString("before_state"), ""),
            Objects.requireNonNullElse(row.getString("after_state"), ""),
            row.getObject("undoes", Long.class),
            row.getObject("undone_by", Long.class),
            row.getBoolean("refused"),
            row.getString("person")));
  }

  private static String cut(String text, int bound) {
    String storable = text.replace("\0", "");
    if (storable.length() <= bound) {
      return storable;
    }
    int end = Character.isHighSurrogate(storable.charAt(bound - 1)) ? bound - 1 : bound;
    return storable.substring(0, end);
  }
}
