package io.switchboard.share.expiry;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads when a link ends, as people write it: {@code 24h}, {@code 90m}, {@code 2 weeks}, {@code 1
 * day 12 h}, {@code never}, {@code until Friday 18:00}; also in Chinese and Korean. A month is 30
 * days, a year 365.
 */
public final class ReadExpiry {
  private static final Pattern PART = Pattern.compile("(\\d{1,18})\\s*(\\p{L}+)[\\s,]*");

  /** Longer is read as this: it is over every bound, and dates can still be counted with it. */
  private static final Duration LONGEST = Duration.ofDays(36_500_000);

  private static final Set<String> NEVER = Set.of("never", "永不", "永久", "never expires", "없음");
  private static final Map<String, Duration> UNITS = new HashMap<>();

  static {
    put(Duration.ofSeconds(1), "s", "sec", "secs", "second", "seconds", "秒", "秒钟", "초");
    put(Duration.ofMinutes(1), "m", "min", "mins", "minute", "minutes", "分", "分钟", "分鐘", "분");
    put(Duration.ofHours(1), "h", "hr", "hrs", "hour", "hours", "小时", "小時", "시간");
    put(Duration.ofDays(1), "d", "day", "days", "天", "日", "일");
    put(Duration.ofDays(7), "w", "wk", "wks", "week", "weeks", "周", "週", "星期", "주", "주일");
    put(Duration.ofDays(30), "mo", "month", "months", "个月", "個月", "月", "개월", "달");
    put(Duration.ofDays(365), "y", "yr", "year", "years", "年", "년");
  }

  private ReadExpiry() {}

  private static void put(Duration length, String... names) {
    for (String name : names) {
      UNITS.put(name, length);
    }
  }

  /**
   * What the text means at this time in this zone.
   *
   * @return empty if it is none of these, no time at all, or in the past; whether it may be so long
   *     is for others to say
   */
  public static Optional<Expiry> of(String text, Instant now, ZoneId zone) {
    String wanted = text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    if (wanted.length() > 60) {
      return Optional.empty();
    }
    if (NEVER.contains(wanted)) {
      return Optional.of(new Expiry.Never());
    }
    return length(wanted)
        .<Expiry>map(Expiry.After::new)
        .or(
            () ->
                UntilText.in(wanted)
                    .flatMap(until -> Deadline.of(until, now.atZone(zone)))
                    .map(Expiry.At::new));
  }

  private static Optional<Duration> length(String wanted) {
    Matcher part = PART.matcher(wanted);
    Duration sum = Duration.ZERO;
    int at = 0;
    while (part.find() && part.start() == at) {
      Duration unit = UNITS.get(part.group(2));
      if (unit == null) {
        return Optional.empty();
      }
      long most = LONGEST.dividedBy(unit);
      sum = sum.plus(unit.multipliedBy(Math.min(most, Long.parseLong(part.group(1)))));
      at = part.end();
    }
    boolean whole = at > 0 && at == wanted.length();
    return whole && !sum.isZero()
        ? Optional.of(sum.compareTo(LONGEST) > 0 ? LONGEST : sum)
        : Optional.empty();
  }
}
