package io.switchboard.queue.request;

/** A request's number in the database. */
public record RequestId(long value) {
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
