package io.switchboard.community.kept;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The rows of digests, one a channel. */
public final class DigestTable {
  private DigestTable() {}

  /** Where a digest stands in a channel. */
  public enum State {
    /** It is certainly not there, and is still to be posted. */
    WAITING,
    /** It is being posted; or whoever did that died, or was not answered: perhaps it is there. */
    SENDING,
    /** It is there. */
    SENT,
    /** There was nothing to post. */
    EMPTY
  }

  /** Whether it has begun, so that each channel has its row. */
  public static boolean hasBegun(Handle h, String due) {
    return h.createQuery("select count(*) from community_digest where due = :due")
            .bind("due", due)
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  /** It is to be posted there; throws if another process has begun it. */
  public static void begin(Handle h, String due, String channel, Instant now) {
    h.createUpdate(
            "insert into community_digest (due, channel, state, at) values (:due, :channel,"
                + " 'WAITING', :now)")
        .bind("due", due)
        .bind("channel", channel)
        .bind("now", now)
        .execute();
  }

  /** The channels in which it is still to be posted, and nobody is at it. */
  public static List<String> waiting(Handle h, String due) {
    return h.createQuery(
            "select channel from community_digest where due = :due and state = 'WAITING' order by"
                + " channel")
        .bind("due", due)
        .mapTo(String.class)
        .list();
  }

  /** Moves it on; false if it is in another state now. */
  public static boolean move(
      Handle h, String due, String channel, State from, State to, Instant now) {
    return h.createUpdate(
                "update community_digest set state = :to, at = :now where due = :due and channel ="
                    + " :channel and state = :from")
            .bind("to", to.name())
            .bind("now", now)
            .bind("due", due)
            .bind("channel", channel)
            .bind("from", from.name())
            .execute()
        == 1;
  }
}
