package io.switchboard.member.access;

/** What somebody may do beside using the bot; each may also do what those before it may. */
public enum Role {
  /** Uses it. */
  MEMBER,
  /** Lets people in, and keeps them out for a time or for good. */
  MODERATOR,
  /** Uses all admin commands, and makes moderators. */
  ADMIN,
  /** Is named in the configuration; makes admins. No command takes anything from them. */
  OWNER;

  /** Whether this one may do what that one may. */
  public boolean atLeast(Role other) {
    return compareTo(other) >= 0;
  }
}
