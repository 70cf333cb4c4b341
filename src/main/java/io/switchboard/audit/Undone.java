package io.switchboard.audit;

/** What came of taking something back. */
public sealed interface Undone {
  /**
   * It stands as before.
   *
   * @param undo what is recorded of it now
   * @param entry what was taken back
   */
  record Done(AuditEntry undo, AuditEntry entry) implements Undone {}

  /** There is none of that number. */
  record NotFound() implements Undone {}

  /** It cannot be taken back by its nature, or what it changed is gone. */
  record Impossible(AuditEntry entry) implements Undone {}

  /**
   * Somebody changed it since; it is left as it is.
   *
   * @param now how it stands
   */
  record ChangedSince(AuditEntry entry, String now) implements Undone {}

  /** It was taken back before. */
  record Already(AuditEntry entry, AuditEntry undo) implements Undone {}
}
