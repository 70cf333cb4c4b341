package io.switchboard.fake.telegram;

/**
 * A button under a message.
 *
 * @param data what comes back when it is pressed; empty for a link
 * @param url where it leads; empty for a button that is pressed
 */
public record Key(String label, String data, String url) {}
