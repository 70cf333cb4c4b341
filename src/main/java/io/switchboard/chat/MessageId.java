package io.switchboard.chat;

/**
 * One message on a platform, enough to edit or delete it: the platform's name, a colon, and a rest
 * only its adapter parses.
 */
public record MessageId(String value) {
  /** No message: there is nothing to edit or delete. */
  public static final MessageId NONE = new MessageId("none:0");

  /** The name of the platform, such as {@code discord}. */
  public String platform() {
    return PlatformName.of(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
