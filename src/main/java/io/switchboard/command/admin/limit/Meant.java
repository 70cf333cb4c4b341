package io.switchboard.command.admin.limit;

import io.switchboard.markup.Document;
import io.switchboard.member.Member;

/** Whose limits are meant. */
sealed interface Meant {
  /** A member's own. */
  record Somebody(Member member) implements Meant {}

  /** Those of many, in the configuration's words. */
  record Many(String scope, Kind kind) implements Meant {}

  /** What is said for many. */
  enum Kind {
    /** All who ask in a place. */
    PLACE,
    /** Each who has a role. */
    ROLE,
    /** Each member. */
    EVERYBODY
  }

  /** Nobody's, and what is to be said of that. */
  record Nobody(Document why) implements Meant {}
}
