package io.switchboard.command.wish;

/** What somebody wants to know or to set for themselves. */
public sealed interface AboutCommand extends Command {
  /** A language; a choice of them if none is named. */
  record Language(String tag) implements AboutCommand {}

  /** Where the asker's days begin; what is set if none is named. */
  record TimeZone(String written) implements AboutCommand {}

  /** Whether announcements come in private: {@code on}, {@code off}, or empty to be told. */
  record Announcements(String wanted) implements AboutCommand {}

  /** What can be done here. */
  record Help() implements AboutCommand {}

  /** What the asker has used and has left. */
  record ShowUsage() implements AboutCommand {}

  /** How much there is to do. */
  record ShowStatus() implements AboutCommand {}

  /** What is linked, and a code for another account. */
  record ShowLinks() implements AboutCommand {}

  /** A code from another account. */
  record Link(String code) implements AboutCommand {}

  /** An account is to be on its own again. */
  record Unlink(String account) implements AboutCommand {}

  /**
   * A link that signs a browser in, or the list of those signed in.
   *
   * @param what the code that the browser shows; empty if it shows none; {@code sessions}
   */
  record Login(String what) implements AboutCommand {}

  /** A code that lets somebody in, from one who is in already. */
  record Join(String code) implements AboutCommand {}
}
