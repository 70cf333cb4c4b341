package io.switchboard.command.wish;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.action.Action;

/**
 * A button was pressed.
 *
 * @param message the one that the button is under
 */
public record Press(Action action, MessageId message) implements Command {}
