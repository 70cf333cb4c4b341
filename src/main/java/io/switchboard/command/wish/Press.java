package io.switchboard.command.wish;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.action.Action;

/**
 * A button was pressed.
 *
 * @param message the one that the button is under
 * @param written into a form that was shown for it; else empty
 */
public record Press(Action action, MessageId message, String written) implements Command {}
