package io.switchboard.discord.id;

import org.jspecify.annotations.Nullable;

/**
 * A file on Discord: its address, which ends after a day or so, and the message that shows it,
 * where a new address can be had. As text: {@code discord:ADDRESS} or {@code discord:ADDRESS
 * CHANNEL/MESSAGE}.
 *
 * @param message null for a file that came with a command
 */
public record FileRef(String address, @Nullable MessageOf message) {
  private static final String PREFIX = Ids.PLATFORM + ":";

  /** The message that shows a file. */
  public record MessageOf(String channel, String id) {}

  /** A file that only its address leads to. */
  public static FileRef of(String address) {
    return new FileRef(address, null);
  }

  /** A file of a message. */
  public static FileRef in(String address, String channel, String message) {
    return new FileRef(address, new MessageOf(channel, message));
  }

  /**
   * Reads a reference.
   *
   * @throws IllegalArgumentException if it is none of Discord's
   */
  public static FileRef parse(String text) {
    if (!text.startsWith(PREFIX)) {
      throw new IllegalArgumentException("a file of Discord's was expected, not " + text);
    }
    String[] parts = text.substring(PREFIX.length()).split(" ", 2);
    int slash = parts.length == 2 ? parts[1].indexOf('/') : -1;
    return slash < 0
        ? of(parts[0])
        : in(parts[0], parts[1].substring(0, slash), parts[1].substring(slash + 1));
  }

  /** This as text. */
  public String text() {
    MessageOf in = message;
    return PREFIX + address + (in == null ? "" : " " + in.channel() + "/" + in.id());
  }
}
