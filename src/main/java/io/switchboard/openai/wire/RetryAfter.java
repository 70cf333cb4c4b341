package io.switchboard.openai.wire;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When a server wants to be asked again. */
public final class RetryAfter {
  private static final Duration MOST = Duration.ofDays(1);
  private static final Pattern SPAN = Pattern.compile("([0-9.]+)(ms|s|m|h|d)");

  private final InstantSource time;

  public RetryAfter(InstantSource time) {
    this.time = time;
  }

  /**
   * From {@code retry-after-ms}, {@code Retry-After} (seconds or a date), or the reset of a limit
   * that is used up; null if none says.
   */
  public @Nullable Duration of(HttpHeaders headers) {
    return number(headers, "retry-after-ms")
        .map(millis -> bounded(millis / 1000))
        .or(() -> number(headers, "Retry-After").map(RetryAfter::bounded))
        .or(() -> headers.firstValue("Retry-After").flatMap(date -> until(date, headers)))
        .or(() -> reset(headers, "requests"))
        .or(() -> reset(headers, "tokens"))
        .orElse(null);
  }

  private static Optional<Double> number(HttpHeaders headers, String name) {
    return headers.firstValue(name).flatMap(RetryAfter::number);
  }

  private static Optional<Double> number(String text) {
    try {
      double number = Double.parseDouble(text.strip());
      return Double.isNaN(number) ? Optional.empty() : Optional.of(number);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Measured on the server's own clock where it says what time it is there. */
  private Optional<Duration> until(String date, HttpHeaders headers) {
    return instant(date)
        .map(
            then -> {
              Instant now =
                  headers
                      .firstValue("Date")
                      .flatMap(RetryAfter::instant)
                      .orElseGet(() -> time.instant());
              return bounded(Duration.between(now, then).toMillis() / 1000.0);
            });
  }

  private static Optional<Instant> instant(String date) {
    try {
      return Optional.of(
          ZonedDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** {@code x-ratelimit-reset-requests: 1m30s}, if nothing remains. */
  private static Optional<Duration> reset(HttpHeaders headers, String of) {
    if (number(headers, "x-ratelimit-remaining-" + of).filter(left -> left <= 0).isEmpty()) {
      return Optional.empty();
    }
    return headers.firstValue("x-ratelimit-reset-" + of).flatMap(RetryAfter::span);
  }

  private static Optional<Duration> span(String text) {
    Matcher parts = SPAN.matcher(text.strip());
    double seconds = 0;
    int end = 0;
    while (parts.find() && parts.start() == end) {
      double unit =
          switch (parts.group(2)) {
            case "ms" -> 0.001;
            case "s" -> 1;
            case "m" -> 60;
            case "h" -> 3600;
            default -> 86_400;
          };
      seconds += number(parts.group(1)).orElse(0.0) * unit;
      end = parts.end();
    }
    return end == 0 || end < text.strip().length()
        ? Optional.empty()
        : Optional.of(bounded(seconds));
  }

  private static Duration bounded(double seconds) {
    double most = MOST.toSeconds();
    return Duration.ofMillis(Math.round(Math.min(Math.max(seconds, 0), most) * 1000));
  }
}
