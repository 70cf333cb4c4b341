package io.switchboard.community.gallery;

import io.switchboard.community.kept.Tags;
import io.switchboard.db.time.Times;
import io.switchboard.member.MemberId;
import io.switchboard.share.ShareId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The index's rows, and what is found by them. */
final class GalleryTable {
  private static final String POSTS =
      " from community_item i join share s on s.id = i.share_id%s join gallery_entry g on"
          + " g.share_id = i.share_id";

  /** What was read of a post, which is done only while it may be shown. */
  static final String KNOWN = "g.version = s.version";

  /** Leads to what was read of a post, if anything was. */
  static final String JOIN = " left join gallery_entry g on g.share_id = i.share_id";

  private GalleryTable() {}

  /** What was read of a post. */
  record Read(long version, String tags, long likes) {}

  /**
   * How much of what is found.
   *
   * @param from from where on, in this order
   */
  record Asked(Wanted.Order order, int from, int most, Instant now) {}

  /** A post that was found. */
  record Row(
      ShareId share,
      MemberId owner,
      String title,
      @Nullable String named,
      String excerpt,
      List<String> tags,
      long likes,
      Instant postedAt,
      @Nullable Instant endsAt) {}

  /** All that was read, by share. */
  static Map<Long, Read> read(Handle h) {
    Map<Long, Read> all = new HashMap<>();
    h.createQuery("select share_id, version, tags, likes from gallery_entry")
        .map(
            (rs, c) ->
                Map.entry(
                    rs.getLong("share_id"),
                    new Read(rs.getLong("version"), rs.getString("tags"), rs.getLong("likes"))))
        .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
    return all;
  }

  /** Puts what was read of a post in the place of what was before. */
  static void write(Handle h, ShareId share, Read read, String excerpt, Collection<String> words) {
    remove(h, share.value());
    h.createUpdate(
            "insert into gallery_entry (share_id, version, tags, likes, excerpt) values (:share,"
                + " :version, :tags, :likes, :excerpt)")
        .bind("share", share.value())
        .bind("version", read.version())
        .bind("tags", read.tags())
        .bind("likes", read.likes())
        .bind("excerpt", excerpt)
        .execute();
    if (words.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        h.prepareBatch("insert into gallery_word (word, share_id) values (:word, :share)");
    for (String word : words) {
      batch.bind("word", Terms.bytes(word)).bind("share", share.value()).add();
    }
    batch.execute();
  }

  static void like(Handle h, long share, long likes) {
    h.createUpdate("update gallery_entry set likes = :likes where share_id = :share")
        .bind("likes", likes)
        .bind("share", share)
        .execute();
  }

  static void remove(Handle h, long share) {
    h.createUpdate("delete from gallery_word where share_id = :share")
        .bind("share", share)
        .execute();
    h.createUpdate("delete from gallery_entry where share_id = :share")
        .bind("share", share)
        .execute();
  }

  /**
   * What can be seen now and has all of these words.
   *
   * @param open what holds of what can be seen
   */
  static List<Row> find(Handle h, String open, List<Terms.Range> words, Asked asked) {
    Query query = h.createQuery(sql(open, words.size(), asked.order()));
    for (int i = 0; i < words.size(); i++) {
      query.bind("from" + i, words.get(i).from()).bind("to" + i, words.get(i).to());
    }
    return query
        .bind("now", asked.now())
        .bind("most", asked.most())
        .bind("skip", asked.from())
        .map((rs, c) -> row(rs))
        .list();
  }

  /** The question; without words also for posts that were not read yet. */
  static String sql(String open, int words, Wanted.Order order) {
    StringBuilder sql =
        new StringBuilder(
            "select i.share_id, i.owner_id, i.tags, i.posted_at, s.title, s.shown_name, s.ends_at,"
                + " coalesce(g.likes, 0) as likes, case when g.version = s.version then g.excerpt"
                + " else '' end as excerpt");
    sql.append(POSTS.formatted(words == 0 ? " left" : "")).append(" where ").append(open);
    if (words > 0) {
      sql.append(" and g.version = s.version");
    }
    for (int i = 0; i < words; i++) {
      sql.append(" and i.share_id in (select w.share_id from gallery_word w where w.word >= :from")
          .append(i)
          .append(" and w.word < :to")
          .append(i)
          .append(')');
    }
    return sql.append(
            order == Wanted.Order.LIKED ? " order by coalesce(g.likes, 0) desc, " : " order by ")
        .append("i.posted_at desc, i.share_id desc limit :most offset :skip")
        .toString();
  }

  /** The tags of what can be seen now, those that most posts have first, as somebody wrote them. */
  static List<String> tags(Handle h, String open, int most, Instant now) {
    return h.createQuery(
            "select w.word, count(*) as posts, min(i.tags) as tags"
                + POSTS.formatted("")
                + " join gallery_word w on w.share_id = i.share_id and w.word >= :from and w.word <"
                + " :to where "
                + open
                + " group by w.word order by count(*) desc, w.word limit :most")
        .bind("from", Terms.bytes("#"))
        .bind("to", Terms.bytes("$"))
        .bind("now", now)
        .bind("most", most)
        .map(
            (rs, c) ->
                spelled(
                    new String(rs.getBytes("word"), StandardCharsets.UTF_8), rs.getString("tags")))
        .list();
  }

  /** As it stands in one of the posts that have it. */
  private static String spelled(String word, String tags) {
    return Tags.read(tags).stream()
        .filter(tag -> Terms.tag(tag).equals(word))
        .findFirst()
        .orElse(word.substring(1));
  }

  private static Row row(ResultSet rs) throws SQLException {
    return new Row(
        new ShareId(rs.getLong("share_id")),
        new MemberId(rs.getLong("owner_id")),
        rs.getString("title"),
        rs.getString("shown_name"),
        rs.getString("excerpt"),
        Tags.read(rs.getString("tags")),
        rs.getLong("likes"),
        Times.at(rs, "posted_at"),
        Times.atOrNull(rs, "ends_at"));
  }
}
