package io.switchboard.community.kept;

import io.switchboard.db.time.Times;
import io.switchboard.member.MemberId;
import io.switchboard.share.ShareId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of reports, and of what the staff is asked about them. */
public final class ReportTable {
  private ReportTable() {}

  /** Where a round of reports stands. */
  public enum State {
    OPEN,
    KEPT,
    REMOVED,
    OVER
  }

  /** A round of reports. */
  public record Case(ShareId share, int round, State state, @Nullable MemberId by) {}

  /** Whether this member has reported it, ever. */
  public static boolean has(Handle h, ShareId share, MemberId member) {
    return h.createQuery(
                "select count(*) from community_report where share_id = :share and member_id ="
                    + " :member")
            .bind("share", share.value())
            .bind("member", member.value())
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  /** When a member reported anything since then, the oldest first. */
  public static List<Instant> since(Handle h, MemberId member, Instant since) {
    return h.createQuery(
            "select reported_at from community_report where member_id = :member and reported_at >"
                + " :since order by reported_at")
        .bind("member", member.value())
        .bind("since", since)
        .map((rs, c) -> Times.at(rs, "reported_at"))
        .list();
  }

  /** Adds a report; throws if this member has reported it. */
  public static void add(
      Handle h, ShareId share, MemberId member, int round, String reason, Instant now) {
    h.createUpdate(
            "insert into community_report (share_id, member_id, round, reason, reported_at) values"
                + " (:share, :member, :round, :reason, :now)")
        .bind("share", share.value())
        .bind("member", member.value())
        .bind("round", round)
        .bind("reason", reason)
        .bind("now", now)
        .execute();
  }

  /** The last round. */
  public static Optional<Case> last(Handle h, ShareId share) {
    return h.createQuery(
            "select * from community_case where share_id = :share order by round desc limit 1")
        .bind("share", share.value())
        .map((rs, c) -> read(rs))
        .findOne();
  }

  /** Rounds that nobody has decided about, the oldest first. */
  public static List<Case> open(Handle h, int most) {
    return h.createQuery(
            "select * from community_case where state = 'OPEN' order by opened_at, share_id limit"
                + " :most")
        .bind("most", most)
        .map((rs, c) -> read(rs))
        .list();
  }

  private static Case read(ResultSet rs) throws SQLException {
    long by = rs.getLong("decided_by");
    return new Case(
        new ShareId(rs.getLong("share_id")),
        rs.getInt("round"),
        State.valueOf(rs.getString("state")),
        rs.wasNull() ? null : new MemberId(by));
  }

  /** Begins a round; throws if somebody else did. */
  public static void begin(Handle h, ShareId share, int round, Instant now) {
    h.createUpdate(
            "insert into community_case (share_id, round, state, opened_at) values (:share, :round,"
                + " 'OPEN', :now)")
        .bind("share", share.value())
        .bind("round", round)
        .bind("now", now)
        .execute();
  }

  /** Ends a round; false if somebody else did. */
  public static boolean end(
      Handle h, ShareId share, int round, State state, @Nullable MemberId by) {
    return h.createUpdate(
                "update community_case set state = :state, decided_by = :by where share_id ="
                    + " :share and round = :round and state = 'OPEN'")
            .bind("state", state.name())
            .bind("by", by == null ? null : by.value())
            .bind("share", share.value())
            .bind("round", round)
            .execute()
        == 1;
  }

  /** How often each reason was given in a round. */
  public static Map<String, Integer> reasons(Handle h, ShareId share, int round) {
    Map<String, Integer> reasons = new LinkedHashMap<>();
    h.createQuery(
            "select reason, count(*) as people from community_report where share_id = :share and"
                + " round = :round group by reason order by people desc, reason")
        .bind("share", share.value())
        .bind("round", round)
        .map((rs, c) -> Map.entry(rs.getString("reason"), rs.getInt("people")))
        .forEach(entry -> reasons.put(entry.getKey(), entry.getValue()));
    return reasons;
  }

  /** Who reported it in a round. */
  public static List<MemberId> reporters(Handle h, ShareId share, int round) {
    return h.createQuery(
            "select member_id from community_report where share_id = :share and round = :round")
        .bind("share", share.value())
        .bind("round", round)
        .mapTo(Long.class)
        .map(MemberId::new)
        .list();
  }
}
