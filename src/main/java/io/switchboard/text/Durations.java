package io.switchboard.text;

import java.text.NumberFormat;
import java.time.Duration;
import java.util.Locale;

/** Spans of time in words. */
public final class Durations {
  private static final Texts TEXTS = new Texts();

  private Durations() {}

  /**
   * How long, as exactly as people care: {@code 20 seconds}, {@code 3 minutes}, {@code 1 hour 30
   * minutes}, {@code 7 days}. Rounded up, so that what is promised has come when it is over; what
   * is not positive is a second.
   */
  public static String say(Locale locale, Duration duration) {
    long seconds = Math.max(1, Math.ceilDiv(duration.toMillis(), 1000L));
    if (seconds < 60) {
      return TEXTS.say(locale, "time.seconds", seconds);
    }
    long minutes = Math.ceilDiv(seconds, 60L);
    if (minutes < 60) {
      return TEXTS.say(locale, "time.minutes", minutes);
    }
    if (minutes < 6 * 60) {
      return two(locale, "time.hours", minutes / 60, "time.minutes", minutes % 60);
    }
    long hours = Math.ceilDiv(minutes, 60L);
    if (hours < 24) {
      return TEXTS.say(locale, "time.hours", hours);
    }
    if (hours < 3 * 24) {
      return two(locale, "time.days", hours / 24, "time.hours", hours % 24);
    }
    return TEXTS.say(locale, "time.days", Math.ceilDiv(hours, 24L));
  }

  /**
   * How long something took, in seconds with one decimal below a minute: {@code 0.4 s}; else in
   * words.
   */
  public static String exactly(Locale locale, Duration duration) {
    if (duration.toSeconds() >= 60) {
      return say(locale, duration);
    }
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(1);
    format.setMaximumFractionDigits(1);
    return TEXTS.say(locale, "time.exactly", format.format(duration.toMillis() / 1000.0));
  }

  /** How long from now: {@code in 3 minutes}. */
  public static String in(Locale locale, Duration duration) {
    return TEXTS.say(locale, "time.in", say(locale, duration));
  }

  private static String two(Locale locale, String large, long many, String small, long rest) {
    String first = TEXTS.say(locale, large, many);
    return rest == 0 ? first : TEXTS.say(locale, "time.two", first, TEXTS.say(locale, small, rest));
  }
}
