package io.switchboard.share.make;

import io.switchboard.db.Database;
import io.switchboard.member.MemberId;
import io.switchboard.share.ShareId;
import io.switchboard.share.kept.ShareRow;
import io.switchboard.share.kept.ShareTable;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/**
 * The one way to a share's row for whoever changes it: it must be theirs, and is held meanwhile.
 */
public record OwnRows(Database database) {
  /** What is done with a share that is held and is its owner's. */
  @FunctionalInterface
  public interface Step<T> {
    /** Does it, in the transaction that holds the row. */
    T on(Handle h, ShareRow row);
  }

  /** Holds a share of this member and does something with it; empty if there is none. */
  public <T> Optional<T> own(ShareId share, MemberId owner, Step<T> step) {
    return database.inTransaction(
        h ->
            ShareTable.lock(h, share.value())
                .filter(row -> row.owner() == owner.value())
                .map(row -> step.on(h, row)));
  }

  /** {@link #own} for those that fit; false if it is none of this member's that does. */
  public boolean change(
      ShareId share, MemberId owner, Predicate<ShareRow> fits, Step<Boolean> step) {
    return own(share, owner, (h, row) -> fits.test(row) && step.on(h, row)).orElse(false);
  }
}
