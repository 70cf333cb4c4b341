package io.switchboard.account;

/**
 * What an answer used.
 *
 * @param in of the prompt
 * @param cachedIn of those, what the server remembered and may charge less for
 * @param out of the answer
 * @param counted whether the server said so; else it is our estimate
 */
public record TokenUse(long in, long cachedIn, long out, boolean counted) {
  /** Without anything remembered. */
  public TokenUse(long in, long out, boolean counted) {
    this(in, 0, out, counted);
  }
}
