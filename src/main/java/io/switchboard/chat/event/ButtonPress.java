package io.switchboard.chat.event;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.message.Button;

/**
 * A press of a button under one of the bot's messages. The adapter has told the platform already
 * that it was seen.
 *
 * @param message the message that carries the button; {@link MessageId#NONE} if none does, or not
 *     any more: then nothing may be put in the place of whatever it was that was pressed
 * @param action as given in {@link Button.Press}
 * @param written into the form that the platform showed for it, see {@link Inbox#form}; empty if it
 *     showed none
 */
public record ButtonPress(Origin origin, MessageId message, String action, String written)
    implements Incoming {
  /** One for which no form was shown. */
  public ButtonPress(Origin origin, MessageId message, String action) {
    this(origin, message, action, "");
  }
}
