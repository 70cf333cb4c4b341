package io.switchboard.share;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of a publication. */
public sealed interface Published {
  /**
   * It is live.
   *
   * @param path of the page, beginning with a slash
   * @param endsAt null if it never ends
   */
  record Live(ShareId id, String title, String path, @Nullable Instant endsAt)
      implements Published {}

  /** The live share has a new revision; its link stays what it was. */
  record Revised(Live live, int revision) implements Published {}

  /** The owner chose longer than the admin allows. */
  record TooLong(Duration allowed) implements Published {}

  /** The end that the owner chose is over. */
  record Past() implements Published {}

  /** The owner has as many live shares as they may have. */
  record TooMany(int allowed) implements Published {}

  /** There is no such share of this member. */
  record NotFound() implements Published {}
}
