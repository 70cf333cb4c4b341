package io.switchboard.share.look;

import io.switchboard.member.MemberId;
import io.switchboard.share.Readers;
import io.switchboard.share.ShareId;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A share that went out, of whomever; says nothing of its link.
 *
 * @param title empty where its text is deleted already
 */
public record AnyShare(
    ShareId id, MemberId owner, String title, Readers readers, Life life, long views) {
  /** Where it stands. */
  public enum State {
    LIVE,
    EXPIRED,
    REVOKED
  }

  /**
   * How long it lives.
   *
   * @param publishedAt null where that is not known
   * @param endsAt when it ends or would have ended; null for never
   */
  public record Life(State state, @Nullable Instant publishedAt, @Nullable Instant endsAt) {}

  /** Where it stands. */
  public State state() {
    return life.state();
  }

  /** Whether it can be ended. */
  public boolean live() {
    return life.state() == State.LIVE;
  }

  /**
   * Whether an admin is shown its title, as a rule the first words of what was asked.
   *
   * @param lets whether a member lets admins read
   */
  public boolean titled(Predicate<MemberId> lets) {
    return readers.everybody() || lets.test(owner);
  }
}
