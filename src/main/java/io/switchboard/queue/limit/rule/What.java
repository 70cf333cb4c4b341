package io.switchboard.queue.limit.rule;

/** What is limited. */
public enum What {
  REQUESTS,
  TOKENS
}
