package io.switchboard.community.kept;

import io.switchboard.community.kept.ItemRow.State;
import io.switchboard.community.kept.ItemRow.Verdict;
import io.switchboard.db.time.Times;
import io.switchboard.member.MemberId;
import io.switchboard.share.ShareId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of what is posted, one a share. */
public final class ItemTable {
  private static final int LONGEST_REASON = 500;

  private ItemTable() {}

  /** The row of a share, if it has one. */
  public static Optional<ItemRow> find(Handle h, ShareId share) {
    return h.createQuery("select * from community_item where share_id = :share")
        .bind("share", share.value())
        .map((rs, c) -> row(rs))
        .findOne();
  }

  /** The same; nobody else changes it until the transaction ends. */
  public static Optional<ItemRow> locked(Handle h, ShareId share) {
    return h.createQuery("select * from community_item where share_id = :share for update")
        .bind("share", share.value())
        .map((rs, c) -> row(rs))
        .findOne();
  }

  /** Rows in one of these states, the newest change first, at most so many from there. */
  public static List<ItemRow> in(Handle h, Collection<State> states, int from, int most) {
    return h.createQuery(
            "select * from community_item where state in (<states>) order by changed_at desc,"
                + " share_id desc limit :most offset :from")
        .bindList("states", states.stream().map(State::name).toList())
        .bind("most", most)
        .bind("from", from)
        .map((rs, c) -> row(rs))
        .list();
  }

  /** A member's in one of these states, the oldest first. */
  public static List<ItemRow> of(Handle h, MemberId owner, Collection<State> states) {
    return h.createQuery(
            "select * from community_item where owner_id = :owner and state in (<states>) order by"
                + " share_id")
        .bind("owner", owner.value())
        .bindList("states", states.stream().map(State::name).toList())
        .map((rs, c) -> row(rs))
        .list();
  }

  /** Those that are to be shown and of which no copy is there or was begun; for the sweep. */
  public static List<ShareId> unshown(Handle h) {
    return h.createQuery(
            "select i.share_id from community_item i join share s on s.id = i.share_id where"
                + " i.state = 'OPEN' and s.state = 'LIVE' and not exists (select 1 from"
                + " community_post p where p.share_id = i.share_id and p.state <>"
                + " 'WITHDRAWN') order by i.share_id")
        .mapTo(Long.class)
        .map(ShareId::new)
        .list();
  }

  /** Adds the row; throws if there is one. */
  public static void insert(Handle h, ShareId share, MemberId owner, State state, Instant now) {
    h.createUpdate(
            "insert into community_item (share_id, owner_id, state, changed_at) values (:share,"
                + " :owner, :state, :now)")
        .bind("share", share.value())
        .bind("owner", owner.value())
        .bind("state", state.name())
        .bind("now", now)
        .execute();
  }

  /** Moves it on; false if it is in none of these states now. */
  public static boolean move(
      Handle h, ShareId share, Collection<State> from, State to, Instant now) {
    return h.createUpdate(
                "update community_item set state = :to, changed_at = :now where share_id = :share"
                    + " and state in (<from>)")
            .bind("to", to.name())
            .bind("now", now)
            .bind("share", share.value())
            .bindList("from", from.stream().map(State::name).toList())
            .execute()
        == 1;
  }

  /** Says who decided, and why. */
  public static void decided(Handle h, ShareId share, MemberId by, String reason) {
    h.createUpdate(
            "update community_item set decided_by = :by, reason = :reason where share_id = :share")
        .bind("by", by.value())
        .bind("reason", reason.substring(0, Math.min(LONGEST_REASON, reason.length())))
        .bind("share", share.value())
        .execute();
  }

  /** Says what the staff has allowed. */
  public static void allow(Handle h, ShareId share, String approved) {
    h.createUpdate("update community_item set approved = :approved where share_id = :share")
        .bind("approved", approved)
        .bind("share", share.value())
        .execute();
  }

  /** Gives it these tags. */
  public static void tag(Handle h, ShareId share, List<String> tags) {
    h.createUpdate("update community_item set tags = :tags where share_id = :share")
        .bind("tags", Tags.write(tags))
        .bind("share", share.value())
        .execute();
  }

  /** Says where its author asked for it. */
  public static void ask(Handle h, ShareId share, String place) {
    h.createUpdate("update community_item set asked_in = :place where share_id = :share")
        .bind("place", place)
        .bind("share", share.value())
        .execute();
  }

  /** Where its author asked for it; empty if that is not known. */
  public static String askedIn(Handle h, ShareId share) {
    return h.createQuery("select asked_in from community_item where share_id = :share")
        .bind("share", share.value())
        .mapTo(String.class)
        .findOne()
        .orElse("");
  }

  /** It is shown somewhere. */
  public static void posted(Handle h, ShareId share, Instant now) {
    h.createUpdate(
            "update community_item set posted_at = coalesce(posted_at, :now) where share_id ="
                + " :share")
        .bind("now", now)
        .bind("share", share.value())
        .execute();
  }

  /** A digest begins, which tells of the likes since the one before it: each has so many now. */
  public static void tellLikes(Handle h, Map<ShareId, Long> now) {
    h.execute("update community_item set likes_before = likes_told");
    now.forEach(
        (share, likes) ->
            h.createUpdate("update community_item set likes_told = :likes where share_id = :share")
                .bind("likes", likes)
                .bind("share", share.value())
                .execute());
  }

  /** What the last digest that has begun tells of: the most liked since the one before it. */
  public static Map<ShareId, Long> mostLiked(Handle h, int most) {
    Map<ShareId, Long> liked = new LinkedHashMap<>();
    h.createQuery(
            "select share_id, likes_told - likes_before as more from community_item where"
                + " likes_told > likes_before order by more desc, posted_at desc, share_id desc"
                + " limit :most")
        .bind("most", most)
        .map((rs, c) -> Map.entry(new ShareId(rs.getLong("share_id")), rs.getLong("more")))
        .forEach(entry -> liked.put(entry.getKey(), entry.getValue()));
    return liked;
  }

  private static ItemRow row(ResultSet rs) throws SQLException {
    long by = rs.getLong("decided_by");
    MemberId decidedBy = rs.wasNull() ? null : new MemberId(by);
    return new ItemRow(
        new ShareId(rs.getLong("share_id")),
        new MemberId(rs.getLong("owner_id")),
        State.valueOf(rs.getString("state")),
        Tags.read(rs.getString("tags")),
        Times.at(rs, "changed_at"),
        Times.atOrNull(rs, "posted_at"),
        rs.getString("approved"),
        new Verdict(decidedBy, rs.getString("reason")));
  }
}
