package io.switchboard.share.kept;

import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Passwords that were tried at the gates of links, each as a row. */
public final class TryTable {
  /** A try counts so long. */
  public static final Duration COUNTS = Duration.ofMinutes(15);

  /** As much as the clocks of two processes may differ. */
  private static final Duration SOON = Duration.ofMinutes(1);

  private TryTable() {}

  /**
   * So many tries of one share.
   *
   * @param all by anybody
   * @param theirs by one of them
   */
  public record Tries(int all, int theirs) {}

  /**
   * Adds one.
   *
   * @param who a digest of where it was typed
   * @return its number
   */
  public static long add(Handle h, long share, String who, Instant at) {
    return h.createUpdate(
            "insert into password_try (share_id, who, tried_at) values (:share, :who, :at)")
        .bind("share", share)
        .bind("who", who)
        .bind("at", at)
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Long.class)
        .one();
  }

  /** Those that count now; none that is later, as the clock may have been set back. */
  public static Tries now(Handle h, long share, String who, Instant now) {
    return h.createQuery(
            "select count(*) as n, count(case when who = :who then 1 end) as theirs from"
                + " password_try where share_id = :share and tried_at > :after and tried_at <="
                + " :soon")
        .bind("who", who)
        .bind("share", share)
        .bind("after", now.minus(COUNTS))
        .bind("soon", now.plus(SOON))
        .map((rs, c) -> new Tries(rs.getInt("n"), rs.getInt("theirs")))
        .one();
  }

  /** It does not count. */
  public static void remove(Handle h, long id) {
    h.createUpdate("delete from password_try where id = :id").bind("id", id).execute();
  }

  /** Takes away those up to that moment. */
  public static void sweep(Handle h, Instant until) {
    h.createUpdate("delete from password_try where tried_at <= :until")
        .bind("until", until)
        .execute();
  }
}
