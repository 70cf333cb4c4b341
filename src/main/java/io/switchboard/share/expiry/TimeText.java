package io.switchboard.share.expiry;

import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a time of day: {@code 18:00}, {@code 6pm}, {@code 6:30 pm}, {@code 下午6点半}, {@code 오후 6시}.
 */
final class TimeText {
  private static final String FORM =
      "(?:at )?(?:(noon|midnight|中午|正午|午夜|정오|자정)|(上午|早上|凌晨|下午|晚上|晚|中午|오전|오후|아침|새벽|저녁|밤)?"
          + " ?(\\d{1,2})(?:[:：](\\d{2})|(?:点|點|时|時|시)(?: ?(\\d{1,2})(?:分|분)|半| ?반)?)?"
          + " ?(am|pm|a\\.m\\.|p\\.m\\.)?)";

  private static final Pattern ONLY = Pattern.compile(FORM);
  private static final Pattern AT_END =
      Pattern.compile("(.+?)(?:,? |(?<=[日号號天일일五六日一二三四今明]))" + FORM);

  private TimeText() {}

  private static final Pattern AT_START = Pattern.compile(FORM + ",? (?:on )?(.+)");

  /** A time of day and something else. */
  record Found(String rest, LocalTime time) {}

  /** The whole text as a time of day. */
  static Optional<LocalTime> only(String text) {
    Matcher form = ONLY.matcher(text);
    return form.matches() ? time(form, 0, text) : Optional.empty();
  }

  /** What stands before a time of day at the end, and that. */
  static Optional<Found> atEnd(String text) {
    Matcher form = AT_END.matcher(text);
    return form.matches()
        ? time(form, 1, text).map(time -> new Found(form.group(1).strip(), time))
        : Optional.empty();
  }

  /** A time of day at the beginning, and what stands after it. */
  static Optional<Found> atStart(String text) {
    Matcher form = AT_START.matcher(text);
    return form.matches()
        ? time(form, 0, text.substring(0, form.start(7)).strip())
            .map(time -> new Found(form.group(7).strip(), time))
        : Optional.empty();
  }

  private static Optional<LocalTime> time(Matcher form, int before, String text) {
    String word = form.group(before + 1);
    if (word != null) {
      boolean night = word.matches("midnight|午夜|자정");
      return Optional.of(night ? LocalTime.MIDNIGHT : LocalTime.NOON);
    }
    String half = form.group(before + 2);
    String colon = form.group(before + 4);
    String minutes = form.group(before + 5);
    String english = form.group(before + 6);
    boolean hourSign = text.matches(".*\\d(?:点|點|时|時|시).*");
    if (half == null && colon == null && english == null && !hourSign) {
      return Optional.empty(); // A bare number is no time.
    }
    int hour = Integer.parseInt(form.group(before + 3));
    boolean second = half != null && half.matches("下午|晚上?|오후|저녁|밤|中午");
    if (english != null || half != null) {
      if (english != null && (hour < 1 || hour > 12)) {
        return Optional.empty();
      }
      boolean afternoon = second || (english != null && english.startsWith("p"));
      boolean clock12 = hour <= 12;
      hour =
          clock12 ? hour % 12 + (afternoon || (half != null && noon(half, hour)) ? 12 : 0) : hour;
    }
    int minute =
        colon != null
            ? Integer.parseInt(colon)
            : minutes != null ? Integer.parseInt(minutes) : text.matches(".*(?:半|반)$") ? 30 : 0;
    if (hour == 24 && minute == 0) {
      return Optional.of(LocalTime.MIDNIGHT);
    }
    return hour > 23 || minute > 59 ? Optional.empty() : Optional.of(LocalTime.of(hour, minute));
  }

  private static boolean noon(String half, int hour) {
    return half.equals("中午") && hour == 12;
  }
}
