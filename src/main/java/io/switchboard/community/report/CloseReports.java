package io.switchboard.community.report;

import io.switchboard.community.approve.Approvals.Telling;
import io.switchboard.community.kept.ReportTable;
import io.switchboard.community.kept.ReportTable.Case;
import io.switchboard.community.post.MayBeShown;
import io.switchboard.db.Database;
import io.switchboard.share.ShareId;
import java.time.Instant;
import java.util.Optional;

/** Reports of which the staff must know that they are there, or that they are over. */
public final class CloseReports {
  /** More are never looked through at once. */
  private static final int MOST = 1000;

  private final Database database;
  private final MayBeShown may;
  private final Telling telling;

  public CloseReports(Database database, MayBeShown may, Telling telling) {
    this.database = database;
    this.may = may;
    this.telling = telling;
  }

  /**
   * The post went for another reason: nothing is left to decide. Whoever reported it hears that it
   * is gone, and the staff's card says so.
   */
  public void over(ShareId share, String title) {
    Optional<Case> open =
        database
            .read(h -> ReportTable.last(h, share))
            .filter(c -> c.state() == ReportTable.State.OPEN);
    if (open.isPresent() && ended(open.get(), may.title(share, title))) {
      telling.members().say();
      telling.staff().refresh(Reports.CARD, share + "/" + open.get().round());
    }
  }

  /** Asks about reports that nobody was asked about, since whoever took them was killed. */
  public void sweep() {
    for (Case open : database.read(h -> ReportTable.open(h, MOST))) {
      telling
          .staff()
          .refreshIfMissed(Reports.CARD, open.share() + "/" + open.round(), Instant.EPOCH);
    }
  }

  private boolean ended(Case open, String title) {
    return database.inTransaction(
        h -> {
          if (!ReportTable.end(h, open.share(), open.round(), ReportTable.State.OVER, null)) {
            return false;
          }
          ReportTable.reporters(h, open.share(), open.round())
              .forEach(who -> telling.members().add(h, who, "", "community.told.over", title));
          return true;
        });
  }
}
