package io.switchboard.share.expiry;

import java.text.Normalizer;
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
import org.jspecify.annotations.Nullable;

/**
 * Reads when a link ends, as people write it: {@code 24h}, {@code 90m}, {@code 2 weeks}, {@code 1
 * day 12 h}, {@code 1.5h}, {@code never}, {@code until Friday 18:00}; also in Chinese and Korean,
 * in wide digits and, there, in words. A month is 30 days, a year 365.
 */
public final class ReadExpiry {
  private static final Pattern PART =
      Pattern.compile(
          "(\\d{1,18})(?:[.,](\\d{1,2}))?\\s*(\\p{L}+)[\\s,]*"
              + "|([半一二两兩三四五六七八九十]{1,3}|[한두세네]) ?(\\p{L}+)[\\s,]*");

  /** What may stand around a length and says nothing. */
  private static final Pattern AROUND =
      Pattern.compile(
          "^(?:for|in) (?:the next )?(?=\\d)|(?: from now|[之以]?[后後內内]|[后後]| ?(?:후|뒤|동안))$");

  /** Longer is read as this: it is over every bound, and dates can still be counted with it. */
  private static final Duration LONGEST = Duration.ofDays(36_500_000);

  private static final Set<String> NEVER =
      Set.of(
          "never",
          "forever",
          "never expires",
          "永不",
          "永不过期",
          "永不過期",
          "永久",
          "永远",
          "永遠",
          "없음",
          "영원히",
          "무기한");
  private static final Map<String, Duration> UNITS = new HashMap<>();
  private static final Map<String, Duration> WORDS = new HashMap<>();

  static {
    put(Duration.ofSeconds(1), "s", "sec", "secs", "second", "seconds", "秒", "秒钟", "초");
    put(Duration.ofMinutes(1), "m", "min", "mins", "minute", "minutes", "分", "分钟", "分鐘", "분");
    put(
        Duration.ofHours(1),
        "h",
        "hr",
        "hrs",
        "hour",
        "hours",
        "小时",
        "小時",
        "个小时",
        "個小時",
        "钟头",
        "鐘頭",
        "个钟头",
        "個鐘頭",
        "시간");
    put(Duration.ofDays(1), "d", "day", "days", "天", "整天", "日", "일");
    put(
        Duration.ofDays(7),
        "w",
        "wk",
        "wks",
        "week",
        "weeks",
        "周",
        "週",
        "星期",
        "个星期",
        "個星期",
        "주",
        "주일");
    put(Duration.ofDays(30), "mo", "month", "months", "个月", "個月", "月", "개월", "달");
    WORDS.putAll(Map.of("하루", Duration.ofDays(1), "이틀", Duration.ofDays(2)));
    WORDS.putAll(Map.of("사흘", Duration.ofDays(3), "일주일", Duration.ofDays(7)));
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
    if (text.strip().length() > 60) {
      return Optional.empty();
    }
    String wanted =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .strip()
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\s+", " ");
    if (NEVER.contains(wanted)) {
      return Optional.of(new Expiry.Never());
    }
    return length(AROUND.matcher(wanted).replaceAll(""))
        .<Expiry>map(Expiry.After::new)
        .or(
            () ->
                UntilText.in(wanted)
                    .flatMap(until -> Deadline.of(until, now.atZone(zone)))
                    .map(Expiry.At::new));
  }

  private static Duration times(String whole, @Nullable String fraction, Duration unit) {
    long most = LONGEST.dividedBy(unit);
    Duration length = unit.multipliedBy(Math.min(most, Long.parseLong(whole)));
    return fraction == null
        ? length
        : length.plus(
            unit.multipliedBy(Long.parseLong(fraction))
                .dividedBy(fraction.length() == 1 ? 10 : 100));
  }

  /** A number in words: 半 is a half, 十二 twelve, 두 two. */
  private static Duration times(String word, Duration unit) {
    if (word.equals("半")) {
      return unit.dividedBy(2);
    }
    int korean = "한두세네".indexOf(word);
    if (korean >= 0) {
      return unit.multipliedBy(korean + 1);
    }
    int number = 0;
    for (int i = 0; i < word.length(); i++) {
      char sign = word.charAt(i);
      int digit = "零一二三四五六七八九".indexOf(sign == '两' || sign == '兩' ? '二' : sign);
      number = sign == '十' ? Math.max(1, number) * 10 : number / 10 * 10 + Math.max(0, digit);
    }
    return unit.multipliedBy(number);
  }

  private static Optional<Duration> length(String wanted) {
    if (WORDS.containsKey(wanted)) {
      return Optional.of(WORDS.get(wanted));
    }
    Matcher part = PART.matcher(wanted);
    Duration sum = Duration.ZERO;
    int at = 0;
    while (part.find() && part.start() == at) {
      String word = part.group(4);
      Duration unit = UNITS.get(word == null ? part.group(3) : part.group(5));
      if (unit == null) {
        return Optional.empty();
      }
      sum = sum.plus(word == null ? times(part.group(1), part.group(2), unit) : times(word, unit));
      at = part.end();
    }
    boolean whole = at > 0 && at == wanted.length();
    return whole && !sum.isZero()
        ? Optional.of(sum.compareTo(LONGEST) > 0 ? LONGEST : sum)
        : Optional.empty();
  }
}
