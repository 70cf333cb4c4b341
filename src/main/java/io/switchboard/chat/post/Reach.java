package io.switchboard.chat.post;

import java.time.Duration;

/** What became of a change to a post. */
public sealed interface Reach {
  /** It shows what it should, or is away. */
  record Done() implements Reach {}

  /** Somebody has deleted it. */
  record Missing() implements Reach {}

  /**
   * The bot may not do it now: thrown out, or without the right. That may be given back.
   *
   * @param why in the platform's words
   */
  record Barred(String why) implements Reach {}

  /** The platform wants fewer calls; nothing happened. */
  record Later(Duration retryAfter) implements Reach {}

  /** The platform could not be asked, or failed. It may have been done or not. */
  record Unknown(String why) implements Reach {}
}
