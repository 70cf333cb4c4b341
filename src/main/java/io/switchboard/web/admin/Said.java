package io.switchboard.web.admin;

import io.switchboard.text.Durations;
import io.switchboard.text.Instants;
import io.switchboard.text.Money;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Numbers and times as their reader writes them.
 *
 * @param zone the reader's
 */
public record Said(Locale locale, ZoneId zone) {
  /** As {@code markup} writes a moment for a page that nobody in particular reads. */
  private static final Pattern TIME = Pattern.compile("<time datetime=\"[^\"]*\">([^<]*)</time>");

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

  /** A price, as exactly as people care. */
  public String money(long millionths, Currency currency) {
    return Money.say(locale, currency, millionths);
  }

  /** A day of a calendar. */
  public String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(day);
  }

  /** Seconds with one decimal below a minute, where {@link #span} would say too little. */
  public String exactly(Duration length) {
    return Durations.exactly(locale, length);
  }

  /** Day and time. */
  public String at(Instant instant) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(locale)
        .withZone(zone)
        .format(instant);
  }

  /** A text, or HTML, that has exact times in it. */
  public String times(String text) {
    return Instants.said(TIME.matcher(text).replaceAll("$1"), this::at);
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
