package io.switchboard.chat;

/**
 * A file that came with a message.
 *
 * @param name as its sender called it
 * @param type the media type, such as {@code image/png}, as the sender's program says
 * @param bytes its size as the platform says; 0 if it does not
 * @param reference how it is found again: the platform's name, a colon, and a rest that only its
 *     adapter parses
 */
public record Attachment(String name, String type, long bytes, String reference) {
  /** The name of the platform that has it, such as {@code discord}. */
  public String platform() {
    return PlatformName.of(reference);
  }
}
