package io.switchboard.community.read;

import io.switchboard.community.kept.LikeTable;
import io.switchboard.community.kept.Tags;
import io.switchboard.community.post.MayBeShown;
import io.switchboard.db.Database;
import io.switchboard.db.time.Times;
import io.switchboard.member.MemberId;
import io.switchboard.share.ShareId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The posts that everybody may see now: their links work, are open to all without a password or a
 * count, no one has withdrawn them, and they are as they may be shown. Empty while the community is
 * switched off. Read anew each time: what is gone is gone.
 */
public final class OpenPosts {
  private static final String READ =
      "select i.share_id, i.owner_id, i.tags, i.posted_at, s.title, s.ends_at, s.version"
          + " from community_item i join share s on s.id = i.share_id";

  private static final String OPEN =
      "i.state = 'OPEN' and i.posted_at is not null and s.state = 'LIVE' and (s.ends_at is null or"
          + " s.ends_at > :now) and s.visibility in ('PUBLIC', 'HISTORY') and s.opens_left is null"
          + " and s.password_hash is null";

  private final Database database;
  private final InstantSource time;
  private final BooleanSupplier on;
  private final MayBeShown may;

  /**
   * @param on whether the community is switched on now
   */
  public OpenPosts(Database database, InstantSource time, BooleanSupplier on, MayBeShown may) {
    this.database = database;
    this.time = time;
    this.on = on;
    this.may = may;
  }

  /**
   * What holds of them, for questions in which the item is called i and its share s, and to which
   * the present is bound as now. To be asked for anew each time.
   *
   * @param known holds of nothing but what was among them in the same version; cheap to look up
   */
  public String condition(String known) {
    return OPEN + " and (" + known + " or " + may.condition() + ")";
  }

  /** All of them, the newest first. */
  public List<OpenPost> all() {
    return on.getAsBoolean() ? posts(may.condition(), "", null) : List.of();
  }

  /**
   * The same without reckoning anew whether what is known may be shown.
   *
   * @param join what has to be looked at for that, as it stands in a question
   * @param known as in {@link #condition}
   */
  public List<OpenPost> all(String join, String known) {
    return on.getAsBoolean()
        ? posts("(" + known + " or " + may.condition() + ")", join, null)
        : List.of();
  }

  /** One of them; empty if it is none, whatever it may be else. */
  public Optional<OpenPost> find(ShareId share) {
    return on.getAsBoolean()
        ? posts(may.condition(), "", share).stream().findFirst()
        : Optional.empty();
  }

  private List<OpenPost> posts(String allowed, String join, @Nullable ShareId one) {
    String from = READ + join + " where " + OPEN + " and " + allowed;
    return database.read(h -> posts(h, from, one));
  }

  private List<OpenPost> posts(Handle h, String from, @Nullable ShareId one) {
    Instant now = time.instant();
    Map<Long, Long> likes = likes(h, one);
    String which = one == null ? "" : " and i.share_id = :share";
    return h.createQuery(from + which + " order by i.posted_at desc, i.share_id desc")
        .bind("now", now)
        .bindMap(one == null ? Map.of() : Map.of("share", one.value()))
        .map((rs, c) -> post(rs, likes))
        .list();
  }

  private static OpenPost post(ResultSet rs, Map<Long, Long> likes) throws SQLException {
    long share = rs.getLong("share_id");
    return new OpenPost(
        new ShareId(share),
        new MemberId(rs.getLong("owner_id")),
        rs.getString("title"),
        Tags.read(rs.getString("tags")),
        Times.at(rs, "posted_at"),
        likes.getOrDefault(share, 0L),
        Times.atOrNull(rs, "ends_at"),
        rs.getLong("version"));
  }

  /** By share. Linked accounts are one person; where nobody is named, all that are counted. */
  private static Map<Long, Long> likes(Handle h, @Nullable ShareId one) {
    Map<Long, Long> likes = new HashMap<>();
    String which = one == null ? "" : " and p.share_id = :share";
    Map<String, Object> bound = one == null ? Map.of() : Map.of("share", one.value());
    String named =
        "select p.share_id as share_id, count(distinct coalesce(cast(i.member as varchar(200)),"
            + " l.person)) as people from community_like l join community_post p on p.id ="
            + " l.post_id left join identity i on i.person = l.person where l.sign <> :dislike"
            + which
            + " group by p.share_id";
    String counted =
        "select p.share_id as share_id, sum(t.people) as people from community_tally t join"
            + " community_post p on p.id = t.post_id where t.sign <> :dislike"
            + which
            + " group by p.share_id";
    for (String sql : List.of(named, counted)) {
      h.createQuery(sql)
          .bind("dislike", LikeTable.DISLIKE)
          .bindMap(bound)
          .map((rs, c) -> Map.entry(rs.getLong("share_id"), rs.getLong("people")))
          .forEach(entry -> likes.merge(entry.getKey(), entry.getValue(), Long::sum));
    }
    return likes;
  }
}
