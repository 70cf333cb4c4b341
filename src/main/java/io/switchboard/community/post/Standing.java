package io.switchboard.community.post;

import java.util.List;

/**
 * How the copies of a post stand after something was done.
 *
 * @param shown how many channels show it
 * @param out those where it could not be done
 */
public record Standing(int shown, List<Out> out) {
  public Standing {
    out = List.copyOf(out);
  }

  /**
   * A channel where it could not be done.
   *
   * @param channel in the configuration's words
   * @param why in the platform's words
   * @param again whether it is tried again
   */
  public record Out(String channel, String why, boolean again) {
    /** Whether somebody has deleted it there. */
    public boolean deleted() {
      return why.isEmpty();
    }
  }

  /** Whether all is as it should be, or can never be. */
  public boolean settled() {
    return out.stream().noneMatch(Out::again);
  }
}
