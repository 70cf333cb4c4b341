package io.switchboard.text;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hours of the week, which are written {@code mon-fri 9-17, sat 10-14}, as people read them: {@code
 * Mon–Fri 09:00–17:00, Sat 10:00–14:00}.
 */
public final class WeekHours {
  private static final Pattern PART =
      Pattern.compile(
          "(?:([a-z]{3})(?:\\s*-\\s*([a-z]{3}))?\\s+)?(\\d{1,2})(?::(\\d\\d))?"
              + "\\s*-\\s*(\\d{1,2})(?::(\\d\\d))?");

  private WeekHours() {}

  /** In a language; as it is written, if it is written otherwise. */
  public static String said(String written, Locale locale) {
    List<String> parts = new ArrayList<>();
    for (String one : written.split(",", -1)) {
      Matcher part = PART.matcher(one.strip());
      String days = part.matches() ? days(part.group(1), part.group(2), locale) : null;
      if (days == null) {
        return written;
      }
      parts.add(
          days + time(part.group(3), part.group(4)) + "–" + time(part.group(5), part.group(6)));
    }
    return String.join(Commas.sign(locale), parts);
  }

  /** With the space that follows it; empty for every day, null for what are none. */
  private static @Nullable String days(
      @Nullable String first, @Nullable String last, Locale locale) {
    if (first == null) {
      return "";
    }
    String from = day(first, locale);
    String to = last == null ? from : day(last, locale);
    if (from == null || to == null) {
      return null;
    }
    return (last == null ? from : from + to(locale) + to) + " ";
  }

  private static @Nullable String day(String name, Locale locale) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().toLowerCase(Locale.ROOT).startsWith(name)) {
        return day.getDisplayName(TextStyle.SHORT, locale);
      }
    }
    return null;
  }

  private static String to(Locale locale) {
    return switch (locale.getLanguage()) {
      case "zh", "yue" -> "至";
      case "ko" -> "~";
      default -> "–";
    };
  }

  private static String time(String hours, @Nullable String minutes) {
    return (hours.length() < 2 ? "0" : "") + hours + ":" + (minutes == null ? "00" : minutes);
  }
}
