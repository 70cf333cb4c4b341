package io.switchboard.web.admin;

import io.switchboard.text.Durations;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/**
 * Numbers and times as their reader writes them.
 *
 * @param zone the reader's
 */
public record Said(Locale locale, ZoneId zone) {
  private static final long ROUNDED_BELOW = 60;
  private static final long STEP = 5;

  public String number(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  /** A large number in few letters: {@code 1.2M}. */
  public String about(long number) {
    NumberFormat format = NumberFormat.getCompactNumberInstance(locale, NumberFormat.Style.SHORT);
    format.setMaximumFractionDigits(number < 10_000 ? 1 : 0);
    return number < 1_000 ? number(number) : format.format(number);
  }

  /** Day and time. */
  public String at(Instant instant) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(locale)
        .withZone(zone)
        .format(instant);
  }

  /** The day. */
  public String day(Instant instant) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .withLocale(locale)
        .withZone(zone)
        .format(instant);
  }

  /** The time of the day. */
  public String hour(Instant instant) {
    return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
        .withLocale(locale)
        .withZone(zone)
        .format(instant);
  }

  /** How long, so coarsely that a page that is looked at does not flicker. */
  public String span(Duration length) {
    long seconds = Math.max(0, length.toSeconds());
    long told = seconds < ROUNDED_BELOW ? Math.max(1, seconds / STEP * STEP) : seconds / 60 * 60;
    return Durations.say(locale, Duration.ofSeconds(told));
  }
}
