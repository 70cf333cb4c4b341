package io.switchboard.share;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line in the owner's list.
 *
 * @param path of the page, or null if it cannot be shown again
 */
public record ShareSummary(
    ShareId id,
    String title,
    @Nullable String path,
    @Nullable Instant endsAt,
    Readers readers,
    Counts counts) {
  /**
   * What is counted.
   *
   * @param views how often it was opened
   * @param revision counted from 1
   * @param version grows with every change of what is shown
   */
  public record Counts(long views, int revision, long version) {}

  /** How often it was opened. */
  public long views() {
    return counts.views();
  }
}
