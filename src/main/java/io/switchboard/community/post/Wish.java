package io.switchboard.community.post;

import io.switchboard.community.kept.CopyRow;
import io.switchboard.community.kept.ItemRow;
import io.switchboard.share.own.LookAtOwn;
import java.util.List;
import java.util.Optional;

/** What the copies of a post should show. */
sealed interface Wish {
  /** The share as it is now. */
  record Show(LookAtOwn.Seen seen, List<String> tags) implements Wish {
    long version() {
      return seen.copy().sight().version();
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
   * @param seen the share, if it is live
   * @param allowed whether the staff has allowed it as it is now, or need not
   */
  static Wish of(ItemRow item, Optional<LookAtOwn.Seen> seen, boolean allowed) {
    if (seen.isEmpty()) {
      return new End();
    }
    if (!seen.get().share().readers().everybody()) {
      return new Away();
    }
    return switch (item.state()) {
      // What the staff does not know yet waits for them, however soon it is looked at.
      case OPEN -> allowed ? new Show(seen.get(), item.tags()) : new Leave();
      case WAITING -> item.approved().startsWith(ItemRow.TAKEN_BACK) ? new Away() : new Leave();
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
