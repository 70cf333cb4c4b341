package io.switchboard.act.deed;

import io.switchboard.audit.AuditEntry;
import io.switchboard.audit.Undone;
import io.switchboard.member.access.Role;

/** What came of an act, or of taking one back. */
public sealed interface Outcome {
  /**
   * It is done and recorded.
   *
   * @param code of an invitation, shown once and kept nowhere; else empty
   * @param ended so many questions that somebody waited for, or links
   */
  record Done(AuditEntry entry, String code, int ended) implements Outcome {}

  /** They may not, which is recorded. */
  record NotAllowed(Role needed) implements Outcome {}

  /** It is against themselves, or somebody who stands as high as they or higher; recorded. */
  record NotAgainst() implements Outcome {}

  /** There is no such account, member or entry. */
  record NotFound() implements Outcome {}

  /** It was not taken back: never {@link Undone.Done} or {@link Undone.NotFound}. */
  record NotUndone(Undone why) implements Outcome {}
}
