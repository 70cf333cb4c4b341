package io.switchboard.share;

/** A share's number in the database; says nothing about its link. */
public record ShareId(long value) {
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
