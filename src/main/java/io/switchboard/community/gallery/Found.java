package io.switchboard.community.gallery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the gallery.
 *
 * @param more whether there is another page after it
 */
public record Found(List<Entry> entries, boolean more) {
  public Found {
    entries = List.copyOf(entries);
  }

  /**
   * A post.
   *
   * @param path of its page, beginning with a slash
   * @param excerpt the first lines, plain; empty if they are not known yet
   * @param owner the name of its owner, if they chose to be named
   * @param endsAt null if it never ends
   */
  public record Entry(
      String title,
      String path,
      String excerpt,
      @Nullable String owner,
      List<String> tags,
      long likes,
      Instant postedAt,
      @Nullable Instant endsAt) {
    public Entry {
      tags = List.copyOf(tags);
    }
  }
}
