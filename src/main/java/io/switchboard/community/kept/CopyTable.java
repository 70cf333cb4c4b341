package io.switchboard.community.kept;

import io.switchboard.chat.MessageId;
import io.switchboard.community.kept.CopyRow.State;
import io.switchboard.community.kept.CopyRow.Trouble;
import io.switchboard.db.time.Busy;
import io.switchboard.db.time.Times;
import io.switchboard.member.MemberId;
import io.switchboard.share.ShareId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of posts in channels, one a share and channel. */
public final class CopyTable {
  private static final int LONGEST = 500;

  private CopyTable() {}

  /** All copies of a share. */
  public static List<CopyRow> of(Handle h, ShareId share) {
    return h.createQuery("select * from community_post where share_id = :share order by id")
        .bind("share", share.value())
        .map((rs, c) -> row(rs))
        .list();
  }

  private static Optional<CopyRow> find(Handle h, ShareId share, String channel) {
    return of(h, share).stream().filter(copy -> copy.channel().equals(channel)).findFirst();
  }

  /**
   * Adds a copy that is to be made; throws if there is one.
   *
   * @param again when somebody else is to make it, should this process die before it has come to it
   */
  public static void plan(
      Handle h, ShareId share, MemberId owner, String channel, Instant now, Instant again) {
    h.createUpdate(
            "insert into community_post (share_id, owner_id, channel, state, tries, busy_until,"
                + " again_at) values (:share, :owner, :channel, 'POSTING', 1, :now, :again)")
        .bind("share", share.value())
        .bind("owner", owner.value())
        .bind("channel", channel)
        .bind("now", now)
        .bind("again", again)
        .execute();
  }

  /**
   * Whether one was begun to be made, and nobody noted what became of that: its maker died, or
   * heard no answer. The two times are the same for such alone.
   */
  public static boolean isPerhapsThere(Handle h, ShareId share, String channel) {
    return h.createQuery(
                "select count(*) from community_post where share_id = :share and channel = :channel"
                    + " and state = 'POSTING' and again_at = busy_until")
            .bind("share", share.value())
            .bind("channel", channel)
            .mapTo(Integer.class)
            .one()
        == 1;
  }

  /** Nobody heard whether it was made: it is to be looked for at that time. */
  public static void unheard(Handle h, CopyRow copy, String why, Instant again) {
    failed(h, copy, State.POSTING, why, again, again);
  }

  /**
   * Claims one that is to be made and that nobody is busy with: it failed, was withdrawn or
   * deleted. A new message has no likes yet.
   */
  public static Optional<CopyRow> claim(
      Handle h, ShareId share, String channel, Instant now, Instant busyUntil) {
    int claimed =
        Busy.at(
                h.createUpdate(
                    "update community_post set tries = case when state = 'POSTING' then tries else"
                        + " tries + 1 end, state = 'POSTING', busy_until = :busy, again_at = :busy"
                        + " where share_id = :share and channel = :channel and (state in"
                        + " ('POSTING', 'WITHDRAWN') or (state = 'LOST' and trouble = '')) and "
                        + Busy.NOBODY),
                now)
            .bind("busy", busyUntil)
            .bind("share", share.value())
            .bind("channel", channel)
            .execute();
    Optional<CopyRow> copy = claimed == 0 ? Optional.empty() : find(h, share, channel);
    copy.ifPresent(
        c -> {
          LikeTable.clear(h, c.id(), Optional.empty());
          LikeTable.tally(h, c.id(), Map.of());
        });
    return copy;
  }

  /** Claims one that is to be changed and that nobody is busy with. */
  public static boolean busy(Handle h, CopyRow copy, Instant now, Instant until) {
    return Busy.at(
                h.createUpdate(
                    "update community_post set busy_until = :until where id = :id and state ="
                        + " :state and version = :version and "
                        + Busy.NOBODY),
                now)
            .bind("until", until)
            .bind("id", copy.id())
            .bind("state", copy.state().name())
            .bind("version", copy.version())
            .execute()
        == 1;
  }

  /** It was made. */
  public static void made(Handle h, CopyRow copy, MessageId message, long version, Instant now) {
    h.createUpdate(
            "update community_post set state = 'SHOWN', message = :message, version = :version,"
                + " posted_at = :now, busy_until = :now, trouble = '', failures = 0, again_at ="
                + " null where id = :id")
        .bind("message", message.value())
        .bind("version", version)
        .bind("now", now)
        .bind("id", copy.id())
        .execute();
  }

  /** It shows what it should. */
  public static void done(Handle h, CopyRow copy, State state, long version, Instant now) {
    h.createUpdate(
            "update community_post set state = :state, version = :version, busy_until = :now,"
                + " trouble = '', failures = 0, again_at = null where id = :id")
        .bind("state", state.name())
        .bind("version", version)
        .bind("now", now)
        .bind("id", copy.id())
        .execute();
  }

  /** It could not be made or changed; nobody is busy with it any more. */
  public static void failed(
      Handle h, CopyRow copy, State state, String why, @Nullable Instant againAt, Instant now) {
    h.createUpdate(
            "update community_post set state = :state, trouble = :why, failures = failures + 1,"
                + " again_at = :again, busy_until = :now where id = :id")
        .bind("state", state.name())
        .bind("why", why.substring(0, Math.min(LONGEST, why.length())))
        .bind("again", againAt)
        .bind("now", now)
        .bind("id", copy.id())
        .execute();
  }

  /** Shares with copies that may not show what they should; for the sweep. */
  public static List<ShareId> doubtful(Handle h, Instant now) {
    return h.createQuery(
            "select distinct p.share_id from community_post p join community_item i on i.share_id ="
                + " p.share_id join share s on s.id = p.share_id where (p.state = 'SHOWN' and"
                + " (i.state <> 'OPEN' or s.state <> 'LIVE' or p.version <> s.version or s.ends_at"
                + " <= :now)) or (p.state = 'POSTING' and p.again_at <= :now)")
        .bind("now", now)
        .mapTo(Long.class)
        .map(ShareId::new)
        .list();
  }

  private static CopyRow row(ResultSet rs) throws SQLException {
    String message = rs.getString("message");
    return new CopyRow(
        rs.getLong("id"),
        new ShareId(rs.getLong("share_id")),
        rs.getString("channel"),
        State.valueOf(rs.getString("state")),
        message == null ? null : new MessageId(message),
        rs.getInt("tries"),
        rs.getLong("version"),
        new Trouble(
            rs.getString("trouble"), rs.getInt("failures"), Times.atOrNull(rs, "again_at")));
  }
}
