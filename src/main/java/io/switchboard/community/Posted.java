package io.switchboard.community;

import io.switchboard.community.post.Standing;
import java.util.List;

/** What became of the wish to post. */
public sealed interface Posted {
  /** It can be seen, now or already, as far as its copies could be made. */
  record Shown(Standing standing) implements Posted {}

  /**
   * Its author can choose tags first.
   *
   * @param offered all there are, in the order of their numbers
   * @param chosen some of them
   */
  record Choose(List<String> offered, List<String> chosen) implements Posted {
    public Choose {
      offered = List.copyOf(offered);
      chosen = List.copyOf(chosen);
    }
  }

  /** The staff looks at it first. */
  record Waiting() implements Posted {}

  /** Its answer is still being written. */
  record Growing() implements Posted {}

  /** The staff did not want it, as it is. */
  record Declined(String reason) implements Posted {}

  /** The staff has taken it away. */
  record Removed() implements Posted {}

  /** The community is switched off, or there is no channel. */
  record SwitchedOff() implements Posted {}

  /** There is no such live share of this member that everybody may read. */
  record NotFound() implements Posted {}
}
