package io.switchboard.command.wish;

/** What is wanted of the community. */
public sealed interface CommunityCommand extends Command {
  /** Something is wrong with a post. */
  record Report(long share) implements CommunityCommand {}

  /**
   * Running it; for the staff.
   *
   * @param verb what; empty to be told how it stands
   * @param which a post's number, a channel, {@code on} or {@code off}; may be empty
   * @param more a reason; may be empty
   */
  record Manage(String verb, String which, String more) implements CommunityCommand {}
}
