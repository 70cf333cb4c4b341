package io.switchboard.fake.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Something that somebody did, as it went to the bot.
 *
 * @param id the message's or interaction's snowflake
 * @param type the gateway's name, such as {@code MESSAGE_CREATE}
 */
public record Event(long id, String type, ObjectNode data) {}
