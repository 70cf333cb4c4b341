package io.switchboard.check;

/**
 * One thing that was looked at.
 *
 * @param about what was looked at, in a word or two
 * @param text one line, without secrets; of a finding, with what to do about it
 */
public record Finding(Weight weight, String about, String text) {
  /** How much it matters. */
  public enum Weight {
    /** As it should be. */
    OK,
    /** Works; may or may not be what is wanted. */
    NOTE,
    /** Does not work, or will not. */
    WRONG
  }
}
