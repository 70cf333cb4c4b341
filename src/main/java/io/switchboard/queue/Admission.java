package io.switchboard.queue;

import io.switchboard.queue.limit.LimitReached;

/** What became of a submission. */
public sealed interface Admission {
  /** It is stored and will be answered. */
  record Queued(RequestId id, Position position) implements Admission {}

  /** The same event was stored before; nothing new happened. */
  record AlreadySeen(RequestId id) implements Admission {}

  /** A limit is reached. */
  record OverLimit(LimitReached limit) implements Admission {}

  /** The member has so many requests waiting already. */
  record TooManyWaiting(int allowed) implements Admission {}

  /** The question is longer than allowed, in characters. */
  record TooLong(int characters, int allowed) implements Admission {}
}
