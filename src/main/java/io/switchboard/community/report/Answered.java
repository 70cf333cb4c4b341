package io.switchboard.community.report;

import io.switchboard.community.kept.ItemRow.State;
import io.switchboard.community.kept.ReportTable;
import io.switchboard.community.post.Standing;
import io.switchboard.member.MemberId;
import org.jspecify.annotations.Nullable;

/** What became of the staff's decision about reports. */
public sealed interface Answered {
  /** It stays. */
  record Kept(String title) implements Answered {}

  /**
   * It is taken away.
   *
   * @param before where it stood
   */
  record Removed(String title, State before, Standing standing) implements Answered {}

  /** Somebody has decided already. */
  record Already(ReportTable.State state, @Nullable MemberId by) implements Answered {}

  /** There is no such thing to decide. */
  record Gone() implements Answered {}
}
