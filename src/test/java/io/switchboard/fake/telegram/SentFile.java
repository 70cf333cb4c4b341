package io.switchboard.fake.telegram;

/**
 * A file that the bot sent.
 *
 * @param kind {@code photo}, {@code voice}, {@code audio} or {@code document}
 */
public record SentFile(String kind, String name, byte[] bytes) {}
