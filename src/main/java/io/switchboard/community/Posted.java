package io.switchboard.community;

import java.util.List;

/** What became of the wish to post. */
public sealed interface Posted {
  /**
   * It can be seen, now or already.
   *
   * @param channels how many show it
   * @param failed the channels that do not, in the configuration's words
   */
  record Shown(int channels, List<String> failed) implements Posted {
    public Shown {
      failed = List.copyOf(failed);
    }
  }

  /** No channel could show it; it can be tried again. */
  record Failed() implements Posted {}

  /** The community is switched off, or there is no channel. */
  record SwitchedOff() implements Posted {}

  /** There is no such live share of this member. */
  record NotFound() implements Posted {}
}
