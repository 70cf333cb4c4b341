package io.switchboard.share.kept;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** The private addresses that lead to a share for a short time. */
public final class PassTable {
  private PassTable() {}

  /**
   * Adds one.
   *
   * @param revision which it leads to; 0 for the present one
   */
  public static void add(Handle h, String hash, long share, int revision, Instant endsAt) {
    h.createUpdate(
            "insert into share_pass (token_hash, share_id, revision, ends_at) values (:hash,"
                + " :share, :revision, :ends)")
        .bind("hash", hash)
        .bind("share", share)
        .bind("revision", revision)
        .bind("ends", endsAt)
        .execute();
  }

  /** Those given out before do not lead there any more. */
  public static void forget(Handle h, long share) {
    h.createUpdate("delete from share_pass where share_id = :share").bind("share", share).execute();
  }

  /** Takes away those that have ended. */
  public static void sweep(Handle h, Instant now) {
    h.createUpdate("delete from share_pass where ends_at <= :now").bind("now", now).execute();
  }
}
