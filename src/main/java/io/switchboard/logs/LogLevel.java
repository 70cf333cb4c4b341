package io.switchboard.logs;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much a line matters, the least first. */
public enum LogLevel {
  DEBUG,
  INFO,
  WARN,
  ERROR;

  /** Whether it matters as much as that one. */
  public boolean atLeast(LogLevel other) {
    return compareTo(other) >= 0;
  }

  /** The one of that name, in any case. */
  public static Optional<LogLevel> named(String name) {
    return Arrays.stream(values())
        .filter(level -> level.name().equals(name.toUpperCase(Locale.ROOT)))
        .findFirst();
  }
}
