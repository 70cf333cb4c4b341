package io.switchboard.chat.event;

/** Something a person did in a place that the bot sees. */
public sealed interface Incoming
    permits IncomingMessage, IncomingEdit, IncomingCommand, ButtonPress {
  /** Who did it, where, and where a reply goes. */
  Origin origin();
}
