package io.switchboard.share.kept;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The rows of shares while they are made and seen; {@link EndTable} has what ends them. */
public final class ShareTable {
  private static final String COLUMNS =
      "id, owner_id, state, title, visibility, revision, views, ends_at, token_sealed,"
          + " preview_until";

  private ShareTable() {}

  /** What a draft starts with. */
  public record Draft(
      long owner, long conversation, String title, String previewHash, Instant previewUntil) {}

  /** Adds a draft with its first revision. */
  public static long insert(Handle h, Draft draft, FrozenText text) {
    long id =
        h.createUpdate(
                "insert into share (owner_id, conversation_id, state, visibility, title, revision,"
                    + " created_at, preview_hash, preview_until, views, told, text_deleted) values"
                    + " (:owner, :conversation, 'DRAFT', 'PRIVATE', :title, 1, :now, :hash, :until,"
                    + " 0, false, false)")
            .bind("owner", draft.owner())
            .bind("conversation", draft.conversation())
            .bind("title", draft.title())
            .bind("now", text.frozenAt())
            .bind("hash", draft.previewHash())
            .bind("until", draft.previewUntil())
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    h.createUpdate(
            "insert into share_revision (share_id, revision, content, frozen_at) values (:id, 1,"
                + " :content, :now)")
        .bind("id", id)
        .bind("content", text.write())
        .bind("now", text.frozenAt())
        .execute();
    return id;
  }

  /** Puts another text in the place of a revision. */
  public static void rewrite(Handle h, long share, int revision, FrozenText text) {
    h.createUpdate(
            "update share_revision set content = :content where share_id = :id and revision ="
                + " :revision")
        .bind("content", text.write())
        .bind("id", share)
        .bind("revision", revision)
        .execute();
  }

  /** The share, held until the transaction ends. */
  public static Optional<ShareRow> lock(Handle h, long share) {
    return h.createQuery("select " + COLUMNS + " from share where id = :id for update")
        .bind("id", share)
        .map(ShareTable::row)
        .findOne();
  }

  /** The share. */
  public static Optional<ShareRow> find(Handle h, long share) {
    return h.createQuery("select " + COLUMNS + " from share where id = :id")
        .bind("id", share)
        .map(ShareTable::row)
        .findOne();
  }

  /** The share with this link or this preview. One statement, so that all answers take as long. */
  public static Optional<ShareRow> byHash(Handle h, String hash) {
    return h.createQuery(
            "select "
                + COLUMNS
                + " from share where token_hash = :hash union all select "
                + COLUMNS
                + " from share where preview_hash = :hash")
        .bind("hash", hash)
        .map(ShareTable::row)
        .findFirst();
  }

  /** A member's shares whose link works, the newest first. */
  public static List<ShareRow> live(Handle h, long owner, Instant now) {
    return h.createQuery(
            "select "
                + COLUMNS
                + " from share where owner_id = :owner and state = 'LIVE' and (ends_at is null or"
                + " ends_at > :now) order by published_at desc, id desc")
        .bind("owner", owner)
        .bind("now", now)
        .map(ShareTable::row)
        .list();
  }

  /** The text of a revision, unless it was deleted. */
  public static Optional<FrozenText> text(Handle h, long share, int revision) {
    return h.createQuery(
            "select content, frozen_at from share_revision where share_id = :id and revision ="
                + " :revision")
        .bind("id", share)
        .bind("revision", revision)
        .map((rs, c) -> FrozenText.read(rs.getString("content"), instant(rs, "frozen_at")))
        .findOne();
  }

  /** What a share gets when it is published. */
  public record Publication(String hash, String sealed, Instant at, @Nullable Instant endsAt) {}

  /** Makes a draft live. */
  public static void publish(Handle h, long share, Publication publication) {
    h.createUpdate(
            "update share set state = 'LIVE', visibility = 'PUBLIC', token_hash = :hash,"
                + " token_sealed = :sealed, published_at = :at, ends_at = :ends, preview_hash ="
                + " null, preview_until = null where id = :id")
        .bind("hash", publication.hash())
        .bind("sealed", publication.sealed())
        .bind("at", publication.at())
        .bind("ends", publication.endsAt())
        .bind("id", share)
        .execute();
  }

  /** Gives it another end. */
  public static void endAt(Handle h, long share, @Nullable Instant endsAt) {
    h.createUpdate("update share set ends_at = :ends where id = :id")
        .bind("ends", endsAt)
        .bind("id", share)
        .execute();
  }

  /** Gives it another title. */
  public static void rename(Handle h, long share, String title) {
    h.createUpdate("update share set title = :title where id = :id")
        .bind("title", title)
        .bind("id", share)
        .execute();
  }

  /** Takes the row away. */
  public static void delete(Handle h, long share) {
    h.createUpdate("delete from share where id = :id").bind("id", share).execute();
  }

  private static ShareRow row(ResultSet rs, StatementContext context) throws SQLException {
    return new ShareRow(
        rs.getLong("id"),
        rs.getLong("owner_id"),
        ShareRow.State.valueOf(rs.getString("state")),
        new ShareRow.Shown(
            rs.getString("title"),
            rs.getString("visibility"),
            rs.getInt("revision"),
            rs.getLong("views")),
        optionalInstant(rs, "ends_at"),
        new ShareRow.Tokens(rs.getString("token_sealed"), optionalInstant(rs, "preview_until")));
  }

  private static Instant instant(ResultSet rs, String column) throws SQLException {
    return rs.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant optionalInstant(ResultSet rs, String column)
      throws SQLException {
    OffsetDateTime at = rs.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
