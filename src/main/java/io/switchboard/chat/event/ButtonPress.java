package io.switchboard.chat.event;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.message.Button;

/**
 * A press of a button under one of the bot's messages. The adapter has told the platform already
 * that it was seen.
 *
 * @param message the message that carries the button
 * @param action as given in {@link Button.Press}
 */
public record ButtonPress(Origin origin, MessageId message, String action) implements Incoming {}
