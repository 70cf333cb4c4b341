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

  /**
   * A command for admins, from somebody who is none.
   *
   * @param tried what it would have done, as far as it is no text of theirs: {@code /limit set}
   * @param owners whether it is for owners alone
   */
  record AdminsOnly(String name, String tried, boolean owners) implements NotUnderstood {}

  /**
   * A command with arguments that mean nothing, or not yet.
   *
   * @param written those
   */
  record Misused(String name, String written) implements NotUnderstood {
    /** One of which nobody has noted what was written. */
    public Misused(String name) {
      this(name, "");
    }
  }
}
