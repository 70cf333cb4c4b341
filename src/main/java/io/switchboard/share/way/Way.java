package io.switchboard.share.way;

import java.util.Locale;
import java.util.Optional;

/** How an answer is given. */
public enum Way {
  /** In the chat. */
  TEXT,
  /** In the chat its title, its first lines and the link; the whole on a page. */
  LINK,
  /** In the chat and on a page. */
  BOTH;

  /** As people write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What that word means; empty if it is none. */
  public static Optional<Way> of(String word) {
    for (Way way : values()) {
      if (way.word().equals(word)) {
        return Optional.of(way);
      }
    }
    return Optional.empty();
  }
}
