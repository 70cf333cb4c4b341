package io.switchboard.share.end;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;
import io.switchboard.db.Database;
import io.switchboard.share.ShareId;
import io.switchboard.share.kept.CarrierTable;
import io.switchboard.share.kept.ShareRow;
import io.switchboard.share.kept.ShareTable;
import java.util.Optional;

/** Remembers which messages carry a link. */
public final class Carrying {
  private final Database database;
  private final EndShares ends;

  public Carrying(Database database, EndShares ends) {
    this.database = database;
    this.ends = ends;
  }

  /** This message carries the link, and is to be edited when the link ends. */
  public void carriedBy(ShareId share, PlaceId place, MessageId message) {
    CarrierTable.Carrier carrier = new CarrierTable.Carrier(place, message);
    boolean late =
        database.inTransaction(
            h -> {
              Optional<ShareRow> row = ShareTable.lock(h, share.value());
              row.ifPresent(r -> CarrierTable.add(h, r.id(), carrier));
              boolean ended = row.filter(ShareRow::ended).isPresent();
              if (ended) {
                EndTable.setTold(h, share.value(), false);
              }
              return ended;
            });
    if (late) {
      ends.tellSoon(share.value());
    }
  }

  /** This message shows something else now, and is to be left as it is when a link ends. */
  public void carriesNothing(MessageId message) {
    database.useTransaction(h -> CarrierTable.forget(h, message));
  }

  /** Whether any message carries the link. */
  public boolean isCarried(ShareId share) {
    return database.read(h -> CarrierTable.any(h, share.value()));
  }
}
