package io.switchboard.command.wish;

/** What is wanted of links. */
public sealed interface SharingCommand extends Command {
  /** A link. */
  record Share(ShareWish wish) implements SharingCommand {}

  /** The list of links. */
  record ListShares() implements SharingCommand {}

  /** An end to all links. */
  record RevokeAll() implements SharingCommand {}
}
