package io.switchboard.discord;

import io.switchboard.chat.MessageId;
import org.jspecify.annotations.Nullable;

/**
 * A message as a {@link MessageId} carries it: {@code discord:CHANNEL/MESSAGE}, and for messages
 * that only one person sees also the interaction by which alone they can be reached.
 */
record MessageRef(String channel, String message, @Nullable Hook hook) {
  /**
   * The way to a message by an interaction.
   *
   * @param message the id, or {@code @original}
   */
  record Hook(String application, String token, String message) {}

  static MessageRef of(String channel, String message) {
    return new MessageRef(channel, message, null);
  }

  /**
   * Reads an id.
   *
   * @throws IllegalArgumentException if it is none of Discord's
   */
  static MessageRef read(MessageId id) {
    String[] parts = id.value().split("[:/]", 6);
    if (!parts[0].equals(DiscordPlatform.NAME) || (parts.length != 3 && parts.length != 6)) {
      throw new IllegalArgumentException("not a message on Discord: " + parts[0]);
    }
    return new MessageRef(
        parts[1], parts[2], parts.length == 3 ? null : new Hook(parts[4], parts[5], parts[3]));
  }

  MessageId id() {
    String plain = DiscordPlatform.NAME + ":" + channel + "/" + message;
    return new MessageId(
        hook == null
            ? plain
            : String.join("/", plain, hook.message(), hook.application(), hook.token()));
  }
}
