package io.switchboard.account;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why an account did not answer.
 *
 * @param detail for the log: the server's words, without secrets
 * @param retryAfter what the server asked for, if it did
 */
public record Failure(Kind kind, String detail, @Nullable Duration retryAfter) {
  /** What is known of the reason. */
  public enum Kind {
    /** 429: too many requests or tokens for now. */
    BUSY,
    /** 5xx, or the server could not be reached. */
    UNAVAILABLE,
    /** 401 or 403: the key is refused. */
    KEY_REFUSED,
    /** 429 insufficient_quota, 402: no money left. */
    OUT_OF_MONEY,
    /** 404: there is no such model. */
    NO_SUCH_MODEL,
    /** The prompt does not fit the model's context window. */
    TOO_LONG,
    /** The model takes no pictures, and the prompt has some. */
    NO_PICTURES,
    /** Any other refusal of this prompt. */
    REFUSED,
    /** The stream ended without saying that it was complete. */
    CUT_OFF,
    /** Nothing came for too long. */
    STALLED,
    /** Closed by us. */
    STOPPED
  }

  /** Whether the same prompt may well be answered a little later. */
  public boolean passing() {
    return switch (kind) {
      case BUSY, UNAVAILABLE, STALLED, CUT_OFF -> true;
      case KEY_REFUSED, OUT_OF_MONEY, NO_SUCH_MODEL, TOO_LONG, NO_PICTURES, REFUSED, STOPPED ->
          false;
    };
  }
}
