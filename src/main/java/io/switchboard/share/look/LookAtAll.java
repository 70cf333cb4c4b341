package io.switchboard.share.look;

import io.switchboard.db.Database;
import io.switchboard.db.time.Times;
import io.switchboard.member.MemberId;
import io.switchboard.share.Readers;
import io.switchboard.share.ShareId;
import io.switchboard.share.Visibility;
import io.switchboard.share.kept.ViewCounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** What admins see of everybody's shares, a page at a time. */
public final class LookAtAll {
  private static final String ROW =
      "select s.id, s.owner_id, s.title, s.shown_name, s.visibility, s.views, s.opens_left,"
          + " s.password_hash, s.published_at, s.ends_at, s.state, case when s.ends_at <= :now"
          + " then 1 else 0 end as due from share s where s.id < :before and ";

  private final Database database;
  private final InstantSource time;
  private final ViewCounts views;

  public LookAtAll(Database database, InstantSource time, ViewCounts views) {
    this.database = database;
    this.time = time;
    this.views = views;
  }

  /**
   * Which of them.
   *
   * @param owner null for everybody's
   * @param visibility null for any
   * @param state null for any
   */
  public record Filter(
      @Nullable MemberId owner, @Nullable Visibility visibility, AnyShare.@Nullable State state) {
    /** All whose links work. */
    public static final Filter LIVE = new Filter(null, null, AnyShare.State.LIVE);
  }

  /**
   * Those that fit, the newest first.
   *
   * @param before those with a number below this
   */
  public List<AnyShare> page(Filter filter, long before, int most) {
    views.write();
    MemberId owner = filter.owner();
    Visibility visibility = filter.visibility();
    AnyShare.State state = filter.state();
    String where =
        (owner == null ? "" : "s.owner_id = :owner and ")
            + (visibility == null ? "" : "s.visibility = :visibility and ")
            + standing(state);
    return database.read(
        h -> {
          var query =
              h.createQuery(ROW + where + " order by s.id desc limit :most")
                  .bind("now", time.instant())
                  .bind("before", before)
                  .bind("most", most);
          if (owner != null) {
            query.bind("owner", owner.value());
          }
          if (visibility != null) {
            query.bind("visibility", visibility.name());
          }
          return query.map(LookAtAll::row).list();
        });
  }

  /** As it is now, even where its alarm is late. */
  private static String standing(AnyShare.@Nullable State state) {
    return switch (state) {
      case null -> "s.state <> 'DRAFT'";
      case LIVE -> "s.state = 'LIVE' and (s.ends_at is null or s.ends_at > :now)";
      case EXPIRED -> "(s.state = 'EXPIRED' or (s.state = 'LIVE' and s.ends_at <= :now))";
      case REVOKED -> "s.state = 'REVOKED'";
    };
  }

  /** One whose link works. */
  public Optional<AnyShare> live(ShareId share) {
    return page(Filter.LIVE, share.value() + 1, 1).stream()
        .filter(found -> found.id().equals(share))
        .findFirst();
  }

  private static AnyShare.State state(ResultSet row) throws SQLException {
    AnyShare.State said = AnyShare.State.valueOf(row.getString("state"));
    return said == AnyShare.State.LIVE && row.getInt("due") == 1 ? AnyShare.State.EXPIRED : said;
  }

  private static AnyShare row(ResultSet row, StatementContext context) throws SQLException {
    return new AnyShare(
        new ShareId(row.getLong("id")),
        new MemberId(row.getLong("owner_id")),
        row.getString("title"),
        new Readers(
            Visibility.valueOf(row.getString("visibility")),
            row.getString("shown_name"),
            row.getObject("opens_left", Integer.class),
            row.getString("password_hash") != null),
        new AnyShare.Life(
            state(row), Times.atOrNull(row, "published_at"), Times.atOrNull(row, "ends_at")),
        row.getLong("views"));
  }
}
