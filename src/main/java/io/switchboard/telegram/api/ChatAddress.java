package io.switchboard.telegram.api;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.PersonId;
import io.switchboard.chat.PlaceId;

/**
 * A chat, or a topic in it: {@code telegram:CHAT} or {@code telegram:CHAT/TOPIC} as a place. A
 * message is {@code telegram:CHAT/MESSAGE}.
 *
 * @param topic 0 for none
 */
public record ChatAddress(long chat, int topic) {
  /** The platform's name. */
  public static final String PLATFORM = "telegram";

  private static final String PREFIX = PLATFORM + ":";

  /**
   * Reads a place.
   *
   * @throws IllegalArgumentException if it is no place of Telegram's
   */
  public static ChatAddress of(PlaceId place) {
    return parse(place.value(), PREFIX);
  }

  /**
   * Reads a channel as the configuration writes it: {@code telegram-chat:CHAT[/TOPIC]}.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static ChatAddress ofChannel(String channel) {
    return parse(channel, "telegram-chat:");
  }

  /** The chat in which a message stands; its number is {@link #message}. */
  public static ChatAddress of(MessageId message) {
    return new ChatAddress(parse(message.value(), PREFIX).chat, 0);
  }

  /** A message's number in its chat. */
  public static int number(MessageId message) {
    return parse(message.value(), PREFIX).topic;
  }

  private static ChatAddress parse(String id, String prefix) {
    if (!id.startsWith(prefix)) {
      throw new IllegalArgumentException(prefix + "… was expected, not " + id);
    }
    String rest = id.substring(prefix.length());
    int slash = rest.indexOf('/');
    return slash < 0
        ? new ChatAddress(Long.parseLong(rest), 0)
        : new ChatAddress(
            Long.parseLong(rest.substring(0, slash)), Integer.parseInt(rest.substring(slash + 1)));
  }

  /** The chat of one person with the bot, which has that person's number. */
  public static ChatAddress alone(PersonId person) {
    return parse(person.value(), PREFIX);
  }

  /** Whether it is a chat of one person with the bot: those have the person's own, positive id. */
  public boolean isPrivate() {
    return chat > 0;
  }

  /** This as a place. */
  public PlaceId place() {
    return new PlaceId(topic == 0 ? PREFIX + chat : PREFIX + chat + "/" + topic);
  }

  /** A message here. */
  public MessageId message(int number) {
    return new MessageId(PREFIX + chat + "/" + number);
  }
}
