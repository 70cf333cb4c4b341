package io.switchboard.community.kept;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** The rows of digests. */
public final class DigestTable {
  private DigestTable() {}

  /** Whether it was posted, or is tried, or there was nothing to post. */
  public static boolean has(Handle h, String due, String channel) {
    return h.createQuery(
                "select count(*) from community_digest where due = :due and channel = :channel")
            .bind("due", due)
            .bind("channel", channel)
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  /** Whether it was posted, or may have been by somebody who began by then and did not end. */
  public static boolean isDone(Handle h, String due, String channel, Instant begunBy) {
    return h.createQuery(
                "select count(*) from community_digest where due = :due and channel = :channel and"
                    + " (state <> 'SENDING' or at <= :begunBy)")
            .bind("due", due)
            .bind("channel", channel)
            .bind("begunBy", begunBy)
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  /** It is tried now; throws if somebody else does. */
  public static void begin(Handle h, String due, String channel, String state, Instant now) {
    h.createUpdate(
            "insert into community_digest (due, channel, state, at) values (:due, :channel, :state,"
                + " :now)")
        .bind("due", due)
        .bind("channel", channel)
        .bind("state", state)
        .bind("now", now)
        .execute();
  }

  /** It is there. */
  public static void sent(Handle h, String due, String channel) {
    h.createUpdate(
            "update community_digest set state = 'SENT' where due = :due and channel = :channel")
        .bind("due", due)
        .bind("channel", channel)
        .execute();
  }

  /** It certainly is not there, and can be tried again. */
  public static void forget(Handle h, String due, String channel) {
    h.createUpdate("delete from community_digest where due = :due and channel = :channel")
        .bind("due", due)
        .bind("channel", channel)
        .execute();
  }
}
