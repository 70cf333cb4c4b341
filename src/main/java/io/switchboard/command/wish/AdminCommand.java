package io.switchboard.command.wish;

/** What only admins may want. */
public sealed interface AdminCommand extends Command {
  /**
   * A member's limits.
   *
   * @param verb {@code set}, {@code show}, {@code reset}, {@code boost}, {@code why} or {@code
   *     pays}
   * @param who the member; {@code here} for {@code pays}
   * @param limit only for {@code set}, {@code boost} and {@code pays}
   */
  record ChangeLimit(String verb, String who, String limit) implements AdminCommand {}

  /**
   * Who is let in.
   *
   * @param verb {@code show}, {@code allow}, {@code pause}, {@code resume}, {@code ban}, {@code
   *     unban} or {@code until}
   * @param more how long or until when; empty if nothing is said
   */
  record ManageMember(String verb, String who, String more) implements AdminCommand {}

  /**
   * A code that lets people in.
   *
   * @param wish as in {@code for 7d uses 5}; empty for the usual
   */
  record Invite(String wish) implements AdminCommand {}

  /**
   * The accounts that answer.
   *
   * @param verb {@code list}, {@code pause}, {@code resume} or {@code weight}
   * @param name of the account; empty for {@code list}
   * @param weight a number or {@code auto}; only for {@code weight}
   */
  record TendAccount(String verb, String name, String weight) implements AdminCommand {}

  /**
   * Conversations of places and members.
   *
   * @param verb {@code shared}, {@code own}, {@code link}, {@code unlink}, {@code status}, {@code
   *     find}, {@code show}, {@code delete} or {@code give}
   * @param rest what follows it: a code, words, a number, a number and a member; may be empty
   */
  record ManageConversations(String verb, String rest) implements AdminCommand {}

  /**
   * Links of members.
   *
   * @param written whose, or a number and a reason; empty for the newest of all
   */
  record EndLinks(String written) implements AdminCommand {}

  /**
   * How answers are given in this place.
   *
   * @param as {@code text}, {@code link}, {@code both} or {@code status}
   * @param expiry how long their links live, as people write it; empty for the usual
   */
  record GiveAnswers(String as, String expiry) implements AdminCommand {}

  /**
   * Lines of the log, now or as they come.
   *
   * @param written which and how, as people write it
   */
  record ShowLogs(String written) implements AdminCommand {}

  /** What the files of the configuration say is to be taken. */
  record Reload() implements AdminCommand {}

  /**
   * What was asked and answered.
   *
   * @param written what of it and when, as people write it
   */
  record ShowStats(String written) implements AdminCommand {}

  /**
   * Something is to be said to everybody.
   *
   * @param written to whom, and what, as people write it
   */
  record Announce(String written) implements AdminCommand {}

  /**
   * An act that is to be taken back.
   *
   * @param which empty for the asker's last; {@code list}; else its number
   */
  record Undo(String which) implements AdminCommand {}

  /**
   * What was done and tried.
   *
   * @param kind {@code recent}, {@code refused} or {@code undoable}
   * @param before only what has a smaller number
   */
  record ShowAudit(String kind, long before) implements AdminCommand {}
}
