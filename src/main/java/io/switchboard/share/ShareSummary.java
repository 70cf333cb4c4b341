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
    Visibility visibility,
    @Nullable Instant endsAt,
    Facts facts) {
  /**
   * What only its owner is told.
   *
   * @param name under which it is shown; null for anonymous
   * @param opensLeft how often it can be opened still; null for any number of times
   * @param password whether one is asked for
   * @param revision counted from 1
   */
  public record Facts(
      long views,
      @Nullable String name,
      @Nullable Integer opensLeft,
      boolean password,
      int revision) {}

  /** How often it was opened. */
  public long views() {
    return facts.views();
  }

  /** Whether everybody with the link can read it at once, so that it can be posted, too. */
  public boolean postable() {
    return visibility.open() && facts.opensLeft() == null && !facts.password();
  }
}
