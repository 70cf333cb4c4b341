package io.switchboard.community.kept;

import java.util.List;

/** Tags of a post, as they stand in its row. */
public final class Tags {
  /** As many as Discord takes in a forum. */
  public static final int MOST = 5;

  private Tags() {}

  /** One a line. */
  public static String write(List<String> tags) {
    return String.join("\n", tags);
  }

  /** What {@link #write} wrote. */
  public static List<String> read(String written) {
    return written.lines().filter(tag -> !tag.isBlank()).distinct().toList();
  }
}
