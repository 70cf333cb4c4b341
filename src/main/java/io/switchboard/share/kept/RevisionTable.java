package io.switchboard.share.kept;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The texts of shares, one a revision. */
public final class RevisionTable {
  private RevisionTable() {}

  /** Adds one. */
  public static void add(Handle h, long share, int revision, FrozenText text) {
    h.createUpdate(
            "insert into share_revision (share_id, revision, content, frozen_at) values (:id,"
                + " :revision, :content, :now)")
        .bind("id", share)
        .bind("revision", revision)
        .bind("content", text.write())
        .bind("now", text.frozenAt())
        .execute();
  }

  /** Puts another text in the place of one. */
  public static void rewrite(Handle h, long share, int revision, FrozenText text) {
    h.createUpdate(
            "update share_revision set content = :content, frozen_at = :now where share_id = :id"
                + " and revision = :revision")
        .bind("content", text.write())
        .bind("now", text.frozenAt())
        .bind("id", share)
        .bind("revision", revision)
        .execute();
  }

  /** The text of one, unless it was deleted. */
  public static Optional<FrozenText> text(Handle h, long share, int revision) {
    return h.createQuery(
            "select content, frozen_at from share_revision where share_id = :id and revision ="
                + " :revision")
        .bind("id", share)
        .bind("revision", revision)
        .map((rs, c) -> FrozenText.read(rs.getString("content"), frozenAt(rs)))
        .findOne();
  }

  /** Takes away those before this one. */
  public static void forgetBefore(Handle h, long share, int revision) {
    h.createUpdate("delete from share_revision where share_id = :id and revision < :revision")
        .bind("id", share)
        .bind("revision", revision)
        .execute();
  }

  private static Instant frozenAt(ResultSet rs) throws SQLException {
    return rs.getObject("frozen_at", OffsetDateTime.class).toInstant();
  }
}
