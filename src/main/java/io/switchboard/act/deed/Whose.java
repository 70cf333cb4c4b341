package io.switchboard.act.deed;

import io.switchboard.member.MemberId;

/** Whose limits are meant. */
public sealed interface Whose {
  /** One member's. */
  record One(MemberId member) implements Whose {}

  /**
   * Those of a place, of each who has a role, or of each member.
   *
   * @param scope which, in the configuration's words
   */
  record Many(String scope) implements Whose {}
}
