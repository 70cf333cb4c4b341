package io.switchboard.command.wish;

import org.jspecify.annotations.Nullable;

/** What cannot be done as it was said. */
public sealed interface NotUnderstood extends Command {
  /** A button that this version does not know. */
  record UnknownPress() implements NotUnderstood {}

  /**
   * No command of that name.
   *
   * @param nearest what may have been meant
   */
  record Unknown(String name, @Nullable String nearest) implements NotUnderstood {}

  /** A command for admins, from somebody who is none. */
  record AdminsOnly(String name) implements NotUnderstood {}

  /** A command with arguments that mean nothing. */
  record Misused(String name) implements NotUnderstood {}
}
