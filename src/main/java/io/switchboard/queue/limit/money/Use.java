package io.switchboard.queue.limit.money;

import org.jspecify.annotations.Nullable;

/**
 * What an answer takes, or took.
 *
 * @param model by the name under which it was asked for; null for the account's own
 * @param in tokens of the prompt
 * @param cachedIn of those, what the server remembered
 * @param out tokens of the answer
 */
public record Use(@Nullable String model, long in, long cachedIn, long out) {
  /** Without anything remembered. */
  public Use(@Nullable String model, long in, long out) {
    this(model, in, 0, out);
  }

  /** The same by that model, where nobody has said which; empty for the account's own. */
  public Use by(String usual) {
    return model == null && !usual.isEmpty() ? new Use(usual, in, cachedIn, out) : this;
  }

  /** All of them; what nobody can count is the largest number. */
  public long tokens() {
    long sum = Math.max(0, in) + Math.max(0, out);
    return sum < 0 ? Long.MAX_VALUE : sum;
  }
}
