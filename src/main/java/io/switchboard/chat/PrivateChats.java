package io.switchboard.chat;

import java.util.Optional;

/** A platform on which the bot has a chat with each person that nobody else sees. */
public interface PrivateChats {
  /**
   * The private chat with this person, opened if need be. Blocks.
   *
   * @param person one of this platform's
   * @return empty if there is none now; a message to it may still be refused by the person
   */
  Optional<PlaceId> privateChat(PersonId person);

  /**
   * Where a browser opens that chat. May block the first time.
   *
   * @param start what the bot is sent there as the argument of {@code /start}, where the platform
   *     can do that: at most 64 letters, digits, dashes and underscores
   * @return empty while it is not known
   */
  Optional<String> chatAddress(String start);
}
