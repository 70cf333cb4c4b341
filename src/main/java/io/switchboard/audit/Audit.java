package io.switchboard.audit;

import io.switchboard.db.Database;
import io.switchboard.member.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The record of what admins did. */
public final class Audit {
  private final Database database;
  private final InstantSource time;

  public Audit(Database database, InstantSource time) {
    this.database = database;
    this.time = time;
  }

  /** Writes down what was done, cut to what the columns take; see {@link AuditEntry}. */
  public void record(MemberId who, String what, String target, String detail) {
    database.useTransaction(h -> record(h, who, what, target, detail));
  }

  /** {@link #record(MemberId, String, String, String)} in the transaction that does it. */
  public void record(Handle h, MemberId who, String what, String target, String detail) {
    h.createUpdate(
            "insert into audit (member_id, what, target, detail, at) values (:who, :what, :target,"
                + " :detail, :at)")
        .bind("who", who.value())
        .bind("what", cut(what, 60))
        .bind("target", cut(target, 300))
        .bind("detail", cut(detail, 2000))
        .bind("at", time.instant())
        .execute();
  }

  /** The last entries, the newest first. */
  public List<AuditEntry> recent(int most) {
    return database.read(
        h ->
            h.createQuery(
                    "select id, member_id, what, target, detail, at from audit order by id desc"
                        + " limit :most")
                .bind("most", most)
                .map(Audit::entry)
                .list());
  }

  private static AuditEntry entry(ResultSet rs, StatementContext context) throws SQLException {
    return new AuditEntry(
        rs.getLong("id"),
        new MemberId(rs.getLong("member_id")),
        rs.getString("what"),
        rs.getString("target"),
        rs.getString("detail"),
        rs.getObject("at", OffsetDateTime.class).toInstant());
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
