package io.switchboard.command.admin.logs;

import io.switchboard.logs.LogLevel;
import java.util.Locale;
import java.util.Optional;

/** What somebody wants of the log. */
sealed interface LogsWish {
  /** The newest lines, from a level on. */
  record Recent(LogLevel least, int most) implements LogsWish {}

  /** The staff channels are to follow, from a level on. */
  record Start(LogLevel least) implements LogsWish {}

  /** They are not to follow any more. */
  record Stop() implements LogsWish {}

  /** More than so many lines nobody reads in a chat. */
  int MOST = 200;

  /** As many where nothing is said. */
  int USUALLY = 20;

  /**
   * Reads {@code start warn}, {@code stop}, {@code error 50}, {@code recent}, {@code 50}.
   *
   * @return empty if it means nothing
   */
  static Optional<LogsWish> read(String written) {
    String[] words = written.strip().toLowerCase(Locale.ROOT).split("\\s+", 4);
    return switch (words[0]) {
      case "start" -> words.length > 2 ? Optional.empty() : start(words);
      case "stop" -> words.length > 1 ? Optional.empty() : Optional.of(new Stop());
      case "recent" -> recent(words, 1);
      case "" -> Optional.of(new Recent(LogLevel.INFO, USUALLY));
      default -> recent(words, 0);
    };
  }

  private static Optional<LogsWish> start(String[] words) {
    return level(words.length > 1 ? words[1] : "info").map(Start::new);
  }

  /** What the program says at all. */
  private static Optional<LogLevel> level(String word) {
    return LogLevel.named(word).filter(level -> level.atLeast(LogLevel.INFO));
  }

  private static Optional<LogsWish> recent(String[] words, int from) {
    LogLevel least = LogLevel.INFO;
    int at = from;
    if (at < words.length && level(words[at]).isPresent()) {
      least = level(words[at++]).orElseThrow();
    }
    int most = USUALLY;
    if (at < words.length && words[at].matches("\\d{1,3}")) {
      most = Math.min(MOST, Integer.parseInt(words[at++]));
    }
    return at < words.length || most == 0 ? Optional.empty() : Optional.of(new Recent(least, most));
  }
}
