package io.switchboard.community.kept;

import io.switchboard.member.MemberId;
import io.switchboard.share.ShareId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A share that somebody wants shown in the community.
 *
 * @param changedAt when its state changed last
 * @param postedAt when it was first shown; null as long as it was not
 * @param approved what the staff has allowed, a mark of that version; empty if nothing
 * @param verdict who decided last, and why
 */
public record ItemRow(
    ShareId share,
    MemberId owner,
    State state,
    List<String> tags,
    Instant changedAt,
    @Nullable Instant postedAt,
    String approved,
    Verdict verdict) {
  /** Begins {@link #approved}: what follows was allowed, and that was taken back. */
  public static final String TAKEN_BACK = "-";

  /** Where it stands. */
  public enum State {
    /** Its author chooses tags; nobody else knows of it. */
    CHOOSING,
    /** The staff has to look at it; copies that are shown stay as they were allowed. */
    WAITING,
    /** It is shown. */
    OPEN,
    /** The staff did not want it. */
    DECLINED,
    /** Its author took it back. */
    WITHDRAWN,
    /** The staff took it away. */
    REMOVED,
    /** Its link has ended. */
    ENDED
  }

  /**
   * What the staff said.
   *
   * @param by who; null if nobody decided
   * @param reason empty if none was given
   */
  public record Verdict(@Nullable MemberId by, String reason) {}

  public ItemRow {
    tags = List.copyOf(tags);
  }
}
