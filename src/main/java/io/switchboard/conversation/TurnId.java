package io.switchboard.conversation;

/** A turn's number in the database. */
public record TurnId(long value) {
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
