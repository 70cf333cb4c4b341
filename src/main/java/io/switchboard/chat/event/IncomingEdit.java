package io.switchboard.chat.event;

/**
 * A person changed a message of theirs that is not a command.
 *
 * @param now the message as it is now; its {@link Origin#key} is that of this change
 */
public record IncomingEdit(IncomingMessage now) implements Incoming {
  @Override
  public Origin origin() {
    return now.origin();
  }
}
