package io.switchboard.discord.id;

import io.switchboard.chat.MessageId;
import org.jspecify.annotations.Nullable;

/**
 * A message as a {@link MessageId} carries it: {@code discord:CHANNEL/MESSAGE}, and for messages
 * that only one person sees also the interaction by which alone they can be reached.
 */
public record MessageRef(String channel, String message, @Nullable Hook hook) {
  /**
   * The way to a message by an interaction.
   *
   * @param message the id, or {@code @original}
   */
  public record Hook(String application, String token, String message) {}

  /** A message that is reached by its channel. */
  public static MessageRef of(String channel, String message) {
    return new MessageRef(channel, message, null);
  }

  /**
   * Reads an id.
   *
   * @throws IllegalArgumentException if it is none of Discord's
   */
  public static MessageRef read(MessageId id) {
    String[] parts = id.value().split("[:/]", 6);
    if (!parts[0].equals(Ids.PLATFORM) || (parts.length != 3 && parts.length != 6)) {
      throw new IllegalArgumentException("not a message on Discord: " + parts[0]);
    }
    return new MessageRef(
        parts[1], parts[2], parts.length == 3 ? null : new Hook(parts[4], parts[5], parts[3]));
  }

  /** The id that {@link #read} understands. */
  public MessageId id() {
    String plain = Ids.PLATFORM + ":" + channel + "/" + message;
    return new MessageId(
        hook == null
            ? plain
            : String.join("/", plain, hook.message(), hook.application(), hook.token()));
  }
}
