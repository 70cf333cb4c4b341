package io.switchboard.queue.daily;

/** What the sums of a day are told apart by. */
public enum By {
  /** Nothing: all together. */
  ALL,
  /** Their numbers. */
  MEMBER,
  /** Scopes in the configuration's words; all private chats together are {@link Daily#PRIVATE}. */
  PLACE,
  /** The names under which they were asked for. */
  MODEL
}
