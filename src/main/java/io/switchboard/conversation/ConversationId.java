package io.switchboard.conversation;

/** A conversation's number in the database. */
public record ConversationId(long value) {
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
