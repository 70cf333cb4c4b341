package io.switchboard.share.end;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What ends shares: changes of state, and the questions of the sweep. */
final class EndTable {
  private EndTable() {}

  /** Makes a live share whose time has come an expired one; false if it is none. */
  static boolean expire(Handle h, long share, Instant now) {
    return h.createUpdate(
                "update share set state = 'EXPIRED', ended_at = :now, told = false where id = :id"
                    + " and state = 'LIVE' and ends_at <= :now")
            .bind("now", now)
            .bind("id", share)
            .execute()
        == 1;
  }

  /** Makes a live share of this owner a revoked one; false if it is none. */
  static boolean revoke(Handle h, long share, long owner, Instant now) {
    return h.createUpdate(
                "update share set state = 'REVOKED', ended_at = :now, told = false where id = :id"
                    + " and owner_id = :owner and state = 'LIVE' and (ends_at is null or ends_at >"
                    + " :now)")
            .bind("now", now)
            .bind("id", share)
            .bind("owner", owner)
            .execute()
        == 1;
  }

  /** Says whether everything that carries the link knows. */
  static void setTold(Handle h, long share, boolean told) {
    h.createUpdate("update share set told = :told where id = :id")
        .bind("told", told)
        .bind("id", share)
        .execute();
  }

  /** Whether everything that carries the link knows. */
  static boolean isTold(Handle h, long share) {
    return h.createQuery("select told from share where id = :id")
        .bind("id", share)
        .mapTo(Boolean.class)
        .findOne()
        .orElse(true);
  }

  /** When it ended, if it did. */
  static Optional<Instant> endedAt(Handle h, long share) {
    return h.createQuery("select ended_at from share where id = :id and ended_at is not null")
        .bind("id", share)
        .map((rs, c) -> rs.getObject("ended_at", OffsetDateTime.class).toInstant())
        .findOne();
  }

  /** Makes the live shares of a conversation revoked ones; which. */
  static List<Long> revokeOf(Handle h, long conversation, Instant now) {
    List<Long> live =
        h.createQuery(
                "select id from share where conversation_id = :conversation and state = 'LIVE' for"
                    + " update")
            .bind("conversation", conversation)
            .mapTo(Long.class)
            .list();
    h.createUpdate(
            "update share set state = 'REVOKED', ended_at = :now, told = false where"
                + " conversation_id = :conversation and state = 'LIVE'")
        .bind("now", now)
        .bind("conversation", conversation)
        .execute();
    return live;
  }

  /** Takes away the drafts made from a conversation. */
  static void deleteDraftsOf(Handle h, long conversation) {
    h.createUpdate("delete from share where conversation_id = :conversation and state = 'DRAFT'")
        .bind("conversation", conversation)
        .execute();
  }

  /** Live shares whose time comes until then, the most urgent first. */
  static List<Due> due(Handle h, Instant until) {
    return h.createQuery(
            "select id, ends_at from share where state = 'LIVE' and ends_at <= :until order by"
                + " ends_at")
        .bind("until", until)
        .map(
            (rs, c) ->
                new Due(
                    rs.getLong("id"), rs.getObject("ends_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /** A share and its end. */
  record Due(long share, Instant at) {}

  /** Ended shares of which not everything that carries the link knows. */
  static List<Long> untold(Handle h) {
    return h.createQuery(
            "select id from share where state in ('EXPIRED', 'REVOKED') and told = false order by"
                + " ended_at")
        .mapTo(Long.class)
        .list();
  }

  /** Takes away drafts that nobody published. */
  static int deleteDrafts(Handle h, Instant before) {
    return h.createUpdate("delete from share where state = 'DRAFT' and created_at < :before")
        .bind("before", before)
        .execute();
  }

  /** Takes away what shares said that ended before then, and their links. The bare rows stay. */
  static int deleteText(Handle h, Instant before) {
    String those =
        " (select id from share where state in ('EXPIRED', 'REVOKED') and text_deleted = false and"
            + " ended_at <= :before)";
    h.createUpdate("delete from share_revision where share_id in" + those)
        .bind("before", before)
        .execute();
    h.createUpdate("delete from share_carrier where share_id in" + those)
        .bind("before", before)
        .execute();
    return h.createUpdate(
            "update share set title = '', shown_name = null, password_hash = null, covered = '',"
                + " token_hash = null, token_sealed = null, text_deleted = true, told = true where"
                + " id in"
                + those)
        .bind("before", before)
        .execute();
  }
}
