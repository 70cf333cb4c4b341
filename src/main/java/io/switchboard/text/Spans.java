package io.switchboard.text;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as people write them in a command. */
public final class Spans {
  private static final Pattern PART =
      Pattern.compile("(\\d{1,6})\\s*(m|min|mins|minutes?|h|hours?|d|days?|w|weeks?)");
  private static final Pattern WHOLE = Pattern.compile(PART + "(\\s*" + PART + "){0,9}");

  private Spans() {}

  /** Reads {@code 30m}, {@code 2h}, {@code 1d 12h}, {@code 2 weeks}; empty for anything else. */
  public static Optional<Duration> parse(String text) {
    String written = text.strip().toLowerCase(Locale.ROOT);
    if (!WHOLE.matcher(written).matches()) {
      return Optional.empty();
    }
    Duration sum = Duration.ZERO;
    for (Matcher part = PART.matcher(written); part.find(); ) {
      sum = sum.plus(unit(part.group(2).charAt(0)).multipliedBy(Long.parseLong(part.group(1))));
    }
    return sum.isZero() ? Optional.empty() : Optional.of(sum);
  }

  private static Duration unit(char letter) {
    return switch (letter) {
      case 'm' -> Duration.ofMinutes(1);
      case 'h' -> Duration.ofHours(1);
      case 'd' -> Duration.ofDays(1);
      default -> Duration.ofDays(7);
    };
  }
}
