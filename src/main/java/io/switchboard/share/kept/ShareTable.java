package io.switchboard.share.kept;

import io.switchboard.share.Visibility;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Finds the rows of shares. */
public final class ShareTable {
  private static final String COLUMNS =
      "s.id, s.owner_id, s.state, s.title, s.shown_name, s.visibility, s.revision, s.views,"
          + " s.version, s.ends_at, s.opens_left, s.password_hash, s.token_sealed,"
          + " s.preview_until";

  private ShareTable() {}

  /** By what sort of address a share was found. */
  public enum Via {
    /** Its link. */
    LINK,
    /** The address of its preview. */
    PREVIEW,
    /** A private address of short life. */
    PASS
  }

  /**
   * A share found by an address.
   *
   * @param revision the one that a pass leads to; 0 for the present one
   */
  public record Found(ShareRow row, Via via, int revision) {}

  /** The share, held until the transaction ends. */
  public static Optional<ShareRow> lock(Handle h, long share) {
    return h.createQuery("select " + COLUMNS + " from share s where s.id = :id for update")
        .bind("id", share)
        .map(ShareTable::row)
        .findOne();
  }

  /** The share. */
  public static Optional<ShareRow> find(Handle h, long share) {
    return h.createQuery("select " + COLUMNS + " from share s where s.id = :id")
        .bind("id", share)
        .map(ShareTable::row)
        .findOne();
  }

  /** The share at this address. One statement, so that all answers take as long. */
  public static Optional<Found> byHash(Handle h, String hash, Instant now) {
    return h.createQuery(
            "select "
                + COLUMNS
                + ", 'LINK' as via, 0 as pass_revision from share s where s.token_hash = :hash"
                + " union all select "
                + COLUMNS
                + ", 'PREVIEW', 0 from share s where s.preview_hash = :hash union all select "
                + COLUMNS
                + ", 'PASS', p.revision from share_pass p join share s on s.id = p.share_id where"
                + " p.token_hash = :hash and p.ends_at > :now")
        .bind("hash", hash)
        .bind("now", now)
        .map(
            (rs, c) ->
                new Found(row(rs, c), Via.valueOf(rs.getString("via")), rs.getInt("pass_revision")))
        .findFirst();
  }

  /** Holds a member, so that nobody publishes for them meanwhile. */
  public static void lockOwner(Handle h, long owner) {
    h.createQuery("select id from member where id = :id for update")
        .bind("id", owner)
        .mapTo(Long.class)
        .findOne();
  }

  /** A member's shares whose link works, the newest first. */
  public static List<ShareRow> live(Handle h, long owner, Instant now) {
    return h.createQuery(
            "select "
                + COLUMNS
                + " from share s where s.owner_id = :owner and s.state = 'LIVE' and (s.ends_at is"
                + " null or s.ends_at > :now) order by s.published_at desc, s.id desc")
        .bind("owner", owner)
        .bind("now", now)
        .map(ShareTable::row)
        .list();
  }

  /** How many live shares were made from a conversation. */
  public static int liveFrom(Handle h, long conversation, Instant now) {
    return h.createQuery(
            "select count(*) from share where conversation_id = :conversation and state = 'LIVE'"
                + " and (ends_at is null or ends_at > :now)")
        .bind("conversation", conversation)
        .bind("now", now)
        .mapTo(Integer.class)
        .one();
  }

  private static ShareRow row(ResultSet rs, StatementContext context) throws SQLException {
    return new ShareRow(
        rs.getLong("id"),
        rs.getLong("owner_id"),
        new ShareRow.Life(
            ShareRow.State.valueOf(rs.getString("state")), optionalInstant(rs, "ends_at")),
        new ShareRow.Shown(
            rs.getString("title"),
            rs.getString("shown_name"),
            Visibility.valueOf(rs.getString("visibility")),
            rs.getInt("revision"),
            rs.getLong("views"),
            rs.getLong("version")),
        new ShareRow.Gate(rs.getObject("opens_left", Integer.class), rs.getString("password_hash")),
        new ShareRow.Tokens(rs.getString("token_sealed"), optionalInstant(rs, "preview_until")));
  }

  static @Nullable Instant optionalInstant(ResultSet rs, String column) throws SQLException {
    OffsetDateTime at = rs.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
