package io.switchboard.account.choice;

import io.switchboard.account.Failure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an account is.
 *
 * @param weight an admin's, in place of the configuration's; null for that
 * @param trouble null while it is well
 */
public record Condition(boolean paused, @Nullable Integer weight, @Nullable Trouble trouble) {
  static final Condition WELL = new Condition(false, null, null);

  /**
   * What is wrong, until the next success.
   *
   * @param detail for admins: the server's words, without secrets
   * @param inARow so many failures since the last success
   * @param since the first of them
   * @param until it is left out; then tried again
   * @param told whether the staff knows
   */
  public record Trouble(
      Failure.Kind kind, String detail, int inARow, Instant since, Instant until, boolean told) {
    /** Whether somebody has to do something about it. */
    public boolean forStaff() {
      return switch (kind) {
        case KEY_REFUSED, OUT_OF_MONEY, NO_SUCH_MODEL -> true;
        case BUSY, UNAVAILABLE, TOO_LONG, NO_PICTURES, REFUSED, CUT_OFF, STALLED, STOPPED -> false;
      };
    }
  }

  /** Whether it may be asked. */
  public Standing standing(Instant now) {
    if (paused) {
      return Standing.PAUSED;
    }
    // A trouble that is yet to begin: the clock was set back, and its end would be far away.
    if (trouble == null || !now.isBefore(trouble.until()) || now.isBefore(trouble.since())) {
      return Standing.OPEN;
    }
    return trouble.forStaff() ? Standing.LAST : Standing.RESTING;
  }
}
