package io.switchboard.community;

import io.switchboard.chat.MessageId;
import io.switchboard.member.MemberId;
import io.switchboard.share.ShareId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of posts, and of what admins switched. */
final class PostTable {
  private static final String ENABLED = "enabled";

  private PostTable() {}

  /** Where a post stands. */
  enum State {
    POSTING,
    SHOWN,
    WITHDRAWING,
    WITHDRAWN,
    ENDED
  }

  /** A post that is to be made, and how often that was tried. */
  record Claim(long id, int tries) {
    /** The same for every try of the same post. */
    String nonce() {
      return "post-" + id + "-" + tries;
    }
  }

  /** A post that a platform shows. */
  record Shown(long id, MessageId message) {}

  static Optional<Boolean> enabled(Handle h) {
    return h.createQuery("select on_now from community_switch where name = :name")
        .bind("name", ENABLED)
        .mapTo(Boolean.class)
        .findOne();
  }

  /** Two at once: one of them gets an exception, the first time. */
  static void enable(Handle h, boolean on) {
    int changed =
        h.createUpdate("update community_switch set on_now = :on where name = :name")
            .bind("on", on)
            .bind("name", ENABLED)
            .execute();
    if (changed == 0) {
      h.createUpdate("insert into community_switch (name, on_now) values (:name, :on)")
          .bind("name", ENABLED)
          .bind("on", on)
          .execute();
    }
  }

  static void unsaid(Handle h) {
    h.createUpdate("delete from community_switch where name = :name")
        .bind("name", ENABLED)
        .execute();
  }

  static Optional<State> state(Handle h, ShareId share, String channel) {
    return h.createQuery(
            "select state from community_post where share_id = :share and channel = :channel")
        .bind("share", share.value())
        .bind("channel", channel)
        .mapTo(String.class)
        .findOne()
        .map(State::valueOf);
  }

  /** Adds the row; throws if there is one. */
  static Claim insert(Handle h, ShareId share, MemberId owner, String channel, Instant busyUntil) {
    long id =
        h.createUpdate(
                "insert into community_post (share_id, owner_id, channel, state, tries, busy_until)"
                    + " values (:share, :owner, :channel, 'POSTING', 1, :busy)")
            .bind("share", share.value())
            .bind("owner", owner.value())
            .bind("channel", channel)
            .bind("busy", busyUntil)
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    return new Claim(id, 1);
  }

  /** Claims a row that nobody is busy with: one that failed, or was withdrawn. */
  static Optional<Claim> claim(
      Handle h, ShareId share, String channel, Instant now, Instant busyUntil) {
    int claimed =
        h.createUpdate(
                "update community_post set tries = case when state = 'WITHDRAWN' then tries + 1"
                    + " else tries end, state = 'POSTING', busy_until = :busy where share_id ="
                    + " :share and channel = :channel and state in ('POSTING', 'WITHDRAWN') and"
                    + " busy_until <= :now")
            .bind("busy", busyUntil)
            .bind("share", share.value())
            .bind("channel", channel)
            .bind("now", now)
            .execute();
    if (claimed == 0) {
      return Optional.empty();
    }
    return h.createQuery(
            "select id, tries from community_post where share_id = :share and channel = :channel")
        .bind("share", share.value())
        .bind("channel", channel)
        .map((rs, c) -> new Claim(rs.getLong("id"), rs.getInt("tries")))
        .findOne();
  }

  /** Nobody is busy with it any more. */
  static void release(Handle h, long post, Instant now) {
    h.createUpdate("update community_post set busy_until = :now where id = :id")
        .bind("now", now)
        .bind("id", post)
        .execute();
  }

  static void shown(Handle h, long post, MessageId message, Instant now) {
    h.createUpdate(
            "update community_post set state = 'SHOWN', message = :message, posted_at = :now,"
                + " busy_until = :now where id = :id")
        .bind("message", message.value())
        .bind("now", now)
        .bind("id", post)
        .execute();
  }

  static void set(Handle h, long post, State state) {
    h.createUpdate("update community_post set state = :state where id = :id")
        .bind("state", state.name())
        .bind("id", post)
        .execute();
  }

  /** Marks what a member wants to be gone; how many. */
  static int withdraw(Handle h, ShareId share, MemberId owner) {
    return h.createUpdate(
            "update community_post set state = 'WITHDRAWING' where share_id = :share and owner_id ="
                + " :owner and state = 'SHOWN'")
        .bind("share", share.value())
        .bind("owner", owner.value())
        .execute();
  }

  static List<Shown> of(Handle h, ShareId share, State state) {
    return h.createQuery(
            "select id, message from community_post where share_id = :share and state = :state and"
                + " message is not null order by id")
        .bind("share", share.value())
        .bind("state", state.name())
        .map((rs, c) -> new Shown(rs.getLong("id"), new MessageId(rs.getString("message"))))
        .list();
  }

  /** Shares with posts that are still to be withdrawn. */
  static List<ShareId> withdrawing(Handle h) {
    return h.createQuery("select distinct share_id from community_post where state = 'WITHDRAWING'")
        .mapTo(Long.class)
        .map(ShareId::new)
        .list();
  }
}
