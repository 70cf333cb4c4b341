package io.switchboard.chat;

/**
 * A file that came with a message.
 *
 * @param type the media type, such as {@code image/png}
 * @param bytes its size as the platform says
 * @param reference how the adapter finds it again; only the adapter parses it
 */
public record Attachment(String name, String type, long bytes, String reference) {}
