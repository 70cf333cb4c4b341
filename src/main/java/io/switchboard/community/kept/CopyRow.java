package io.switchboard.community.kept;

import io.switchboard.chat.MessageId;
import io.switchboard.share.ShareId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A post in one channel.
 *
 * @param channel in the configuration's words
 * @param message null as long as there is none
 * @param tries how often it was posted anew
 * @param version of the share that it shows
 * @param trouble what keeps it from showing what it should
 */
public record CopyRow(
    long id,
    ShareId share,
    String channel,
    State state,
    @Nullable MessageId message,
    int tries,
    long version,
    Trouble trouble) {
  /** Where it stands. */
  public enum State {
    /** It is being made, or could not be made yet. */
    POSTING,
    /** The platform shows it. */
    SHOWN,
    /** It was taken away. */
    WITHDRAWN,
    /** It says that the link has ended. */
    ENDED,
    /** It was deleted by somebody, or was out of reach for too long. */
    LOST
  }

  /**
   * What went wrong.
   *
   * @param why in the platform's words; empty if nothing
   * @param failures in a row
   * @param againAt when it is tried again; null if it is not, or nothing is wrong
   */
  public record Trouble(String why, int failures, @Nullable Instant againAt) {
    /** Whether it can be tried now. */
    public boolean due(Instant now) {
      Instant at = againAt;
      return at == null || !at.isAfter(now);
    }
  }

  /** Whether it is there, as far as is known, and was out of reach for too long. */
  public boolean givenUp() {
    return state == State.LOST && message != null && !trouble.why().isEmpty();
  }

  /** The same for every try of the same post. */
  public String nonce() {
    return "post-" + id + "-" + tries;
  }
}
