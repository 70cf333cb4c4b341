package io.switchboard.share;

import io.switchboard.conversation.TurnId;
import io.switchboard.share.expiry.Expiry;
import io.switchboard.share.secrets.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of the wish to share. */
public sealed interface Prepared {
  /**
   * A frozen copy that only its owner can look at until it is published.
   *
   * @param previewPath of the page as it will be, beginning with a slash; works for an hour, and
   *     not once it is published
   * @param findings what was likely not meant for others
   */
  record Ready(
      ShareId id, String title, int turns, String previewPath, List<Found> findings, Wishes wishes)
      implements Prepared {
    public Ready {
      findings = List.copyOf(findings);
    }
  }

  /** A find, and whether it is covered. */
  record Found(Finding finding, boolean covered) {}

  /**
   * How it is to go out.
   *
   * @param anchor the answer at which its owner began
   * @param updates the live share that it is to be a revision of; null for none
   */
  record Wishes(
      Selection selection,
      @Nullable TurnId anchor,
      Expiry end,
      Readers readers,
      @Nullable ShareId updates) {}

  /** There is nothing that could be shared, or no such draft of this member. */
  record Nothing() implements Prepared {}
}
