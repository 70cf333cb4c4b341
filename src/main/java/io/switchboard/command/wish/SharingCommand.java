package io.switchboard.command.wish;

import io.switchboard.chat.MessageId;
import org.jspecify.annotations.Nullable;

/** What is wanted of links. */
public sealed interface SharingCommand extends Command {
  /**
   * A link.
   *
   * @param arguments what and how, as it was written: some of it is read in the reader's time zone
   * @param target the message whose answer is meant; null for the last one
   */
  record Share(String arguments, @Nullable MessageId target) implements SharingCommand {}

  /**
   * What somebody else shared, as an own conversation.
   *
   * @param arguments the link, and its password if it asks for one
   */
  record Import(String arguments) implements SharingCommand {}

  /**
   * The list of links, or a change of one.
   *
   * @param arguments as it was written; blank for the list
   */
  record Shares(String arguments) implements SharingCommand {}

  /**
   * What members posted for everybody.
   *
   * @param words what is looked for; blank for the newest
   */
  record Gallery(String words) implements SharingCommand {}
}
