package io.switchboard.member.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What admins have said about somebody, as it counts now. */
public sealed interface Standing {
  /** Nothing: the configuration decides. */
  record Unknown() implements Standing {}

  /** They are let in, whatever the configuration says. */
  record Allowed() implements Standing {}

  /**
   * They are out for a time.
   *
   * @param until null until an admin ends it
   */
  record Paused(@Nullable Instant until) implements Standing {}

  /** They are out. */
  record Banned() implements Standing {}

  /** It is none of their hours; the next begin then. */
  record OutOfHours(Instant opensAt) implements Standing {}

  /** Their time is over since then. */
  record Ended(Instant at) implements Standing {}
}
