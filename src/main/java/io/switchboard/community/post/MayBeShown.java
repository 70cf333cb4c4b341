package io.switchboard.community.post;

import io.switchboard.db.Database;
import io.switchboard.share.ShareId;
import io.switchboard.share.ShareSummary;
import io.switchboard.share.own.LookAtOwn;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * What of the shares that are posted everybody may be shown, in the channels and in the gallery:
 * where the staff looks first, what they have allowed, as it was then. What a channel shows in this
 * very version was put there by right, as when nobody had to look yet; it stays until it changes.
 */
public final class MayBeShown {
  private static final String HIDDEN = "…";

  private final Database database;
  private final BooleanSupplier approval;
  private final String allowed;

  /**
   * @param approval whether the staff looks first now
   */
  public MayBeShown(Database database, BooleanSupplier approval) {
    this.database = database;
    this.approval = approval;
    this.allowed =
        "(i.approved = "
            + Mark.sql(database.dialect())
            + " or exists (select 1 from community_post p where p.share_id = i.share_id and p.state"
            + " = 'SHOWN' and p.version = s.version))";
  }

  /**
   * A condition for questions in which the item is called i and its share s. To be asked for anew
   * each time: it follows the switch.
   */
  public String condition() {
    return approval.getAsBoolean() ? allowed : "1 = 1";
  }

  /** Whether a share that somebody wants posted may be shown as it is now. */
  public boolean now(ShareId share) {
    return asked(share, "", Map.of());
  }

  /** The same of what was read of it. */
  boolean then(LookAtOwn.Seen seen) {
    long version = seen.copy().sight().version();
    return asked(seen.share().id(), " and s.version = :version", Map.of("version", version));
  }

  private boolean asked(ShareId share, String and, Map<String, Long> bound) {
    return !approval.getAsBoolean()
        || database.read(
            h ->
                h.createQuery(
                        "select 1 from community_item i join share s on s.id = i.share_id where"
                            + " i.share_id = :share and "
                            + allowed
                            + and)
                    .bind("share", share.value())
                    .bindMap(bound)
                    .mapTo(Integer.class)
                    .findOne()
                    .isPresent());
  }

  /** Its title, for people who are not of the staff. */
  public String title(ShareSummary share) {
    return title(share.id(), share.title());
  }

  /** The same of one that may have ended. */
  public String title(ShareId share, String title) {
    return now(share) ? title : HIDDEN;
  }

  /** Those that are open and may not be shown as they are, of which nobody asked the staff. */
  public List<ShareId> missed() {
    return approval.getAsBoolean()
        ? database.read(
            h ->
                h.createQuery(
                        "select i.share_id from community_item i join share s on s.id = i.share_id"
                            + " where i.state = 'OPEN' and s.state = 'LIVE' and not "
                            + allowed
                            + " order by i.share_id")
                    .mapTo(Long.class)
                    .map(ShareId::new)
                    .list())
        : List.of();
  }
}
