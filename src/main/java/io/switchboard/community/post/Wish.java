package io.switchboard.community.post;

import io.switchboard.community.kept.CopyRow;
import io.switchboard.community.kept.ItemRow;
import io.switchboard.share.ShareSummary;
import io.switchboard.share.SharedCopy;
import java.util.List;
import java.util.Optional;

/** What the copies of a post should show. */
sealed interface Wish {
  /** The share as it is now. */
  record Show(ShareSummary share, SharedCopy copy, List<String> tags) implements Wish {
    long version() {
      return copy.sight().version();
    }
  }

  /** What they show: the staff looks at what is new. */
  record Leave() implements Wish {}

  /** That it has ended. */
  record End() implements Wish {}

  /** Nothing. */
  record Away() implements Wish {}

  /**
   * What follows from the rows.
   *
   * @param share if it is live
   */
  static Wish of(ItemRow item, Optional<ShareSummary> share, Optional<SharedCopy> copy) {
    if (share.isEmpty() || copy.isEmpty()) {
      return new End();
    }
    if (!share.get().readers().everybody()) {
      return new Away();
    }
    return switch (item.state()) {
      case OPEN -> new Show(share.get(), copy.get(), item.tags());
      case WAITING -> item.approved().equals(ItemRow.TAKEN_BACK) ? new Away() : new Leave();
      case CHOOSING -> new Leave();
      case ENDED -> new End();
      case DECLINED, WITHDRAWN, REMOVED -> new Away();
    };
  }

  /** Whether a copy that is shown has to be changed. */
  default boolean differsFrom(CopyRow copy) {
    return switch (this) {
      case Show show -> copy.version() != show.version();
      case Leave leave -> false;
      case End end -> true;
      case Away away -> true;
    };
  }
}
