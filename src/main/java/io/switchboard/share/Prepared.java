package io.switchboard.share;

import io.switchboard.share.secrets.Finding;
import java.util.List;

/** What became of the wish to share. */
public sealed interface Prepared {
  /**
   * A frozen copy that only its owner can look at until it is published.
   *
   * @param previewPath of the page as it will be, beginning with a slash; works for an hour, and
   *     not once it is published
   * @param findings what was likely not meant for others, see {@link Sharing#mask}
   */
  record Ready(ShareId id, String title, int turns, String previewPath, List<Finding> findings)
      implements Prepared {
    public Ready {
      findings = List.copyOf(findings);
    }
  }

  /** There is nothing that could be shared. */
  record Nothing() implements Prepared {}
}
