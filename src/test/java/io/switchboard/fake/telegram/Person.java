package io.switchboard.fake.telegram;

/**
 * Somebody with a Telegram account.
 *
 * @param handle the user name without the at sign; empty for none
 * @param language an IETF tag as clients send it, such as {@code zh-hans}; empty for none
 */
public record Person(long id, String name, String handle, String language) {}
