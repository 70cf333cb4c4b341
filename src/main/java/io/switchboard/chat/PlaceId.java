package io.switchboard.chat;

/**
 * Where messages are shown: a chat, channel, topic or thread. The platform's name, a colon, and a
 * rest that only its adapter parses.
 */
public record PlaceId(String value) {
  /** The name of the platform, such as {@code discord}. */
  public String platform() {
    return PlatformName.of(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
