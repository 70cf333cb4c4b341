package io.switchboard.share;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a link ends. */
public sealed interface Expiry {
  /** After the admin's default. */
  record Default() implements Expiry {}

  /** After this long, if the admin allows so much. */
  record After(Duration duration) implements Expiry {}

  /** Never, if the admin allows that. */
  record Never() implements Expiry {}

  /**
   * Reads {@code 24h}, {@code 90m}, {@code 7d}, {@code 2 weeks}, {@code 1 day 12 h}, {@code never};
   * units also in Chinese and Korean. A month is 30 days, a year 365.
   *
   * @throws IllegalArgumentException if it is none of these, nothing, or more than 100 years
   */
  static Expiry parse(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    if (Words.NEVER.contains(wanted)) {
      return new Never();
    }
    Matcher part = Words.PART.matcher(wanted);
    Duration sum = Duration.ZERO;
    int at = 0;
    while (part.find() && part.start() == at) {
      Duration unit = Words.UNITS.get(part.group(2));
      if (unit == null) {
        break;
      }
      sum = sum.plus(unit.multipliedBy(Long.parseLong(part.group(1))));
      at = part.end();
    }
    if (at == 0 || at < wanted.length() || sum.isZero() || sum.compareTo(Words.LONGEST) > 0) {
      throw new IllegalArgumentException("no length of time: " + text);
    }
    return new After(sum);
  }

  /** The words it understands. */
  final class Words {
    private static final Pattern PART = Pattern.compile("(\\d{1,9})\\s*(\\p{L}+)[\\s,]*");
    private static final Duration LONGEST = Duration.ofDays(36_500);
    private static final Set<String> NEVER = Set.of("never", "永不", "永久", "never expires", "없음");
    private static final Map<String, Duration> UNITS = new java.util.HashMap<>();

    static {
      put(Duration.ofSeconds(1), "s", "sec", "secs", "second", "seconds", "秒", "초");
      put(Duration.ofMinutes(1), "m", "min", "mins", "minute", "minutes", "分", "分钟", "分鐘", "분");
      put(Duration.ofHours(1), "h", "hr", "hrs", "hour", "hours", "小时", "小時", "시간");
      put(Duration.ofDays(1), "d", "day", "days", "天", "日", "일");
      put(Duration.ofDays(7), "w", "wk", "week", "weeks", "周", "週", "星期", "주");
      put(Duration.ofDays(30), "mo", "month", "months", "个月", "個月", "月", "개월", "달");
      put(Duration.ofDays(365), "y", "yr", "year", "years", "年", "년");
    }

    private Words() {}

    private static void put(Duration length, String... names) {
      for (String name : names) {
        UNITS.put(name, length);
      }
    }
  }
}
