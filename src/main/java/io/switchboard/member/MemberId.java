package io.switchboard.member;

/** A member's number in the database. */
public record MemberId(long value) {
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
