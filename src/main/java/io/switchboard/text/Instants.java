package io.switchboard.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times within a text that is kept for programs, such as {@code 2026-11-23T13:00:22.445Z}. */
public final class Instants {
  private static final Pattern WRITTEN =
      Pattern.compile("\\b\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?Z");
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Instants() {}

  /** The text with its times as people write them; what is no time stays as it is. */
  public static String said(String text, Function<Instant, String> how) {
    return WRITTEN
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(one(found.group(), how)));
  }

  private static String one(String written, Function<Instant, String> how) {
    try {
      return how.apply(Instant.parse(written));
    } catch (DateTimeException e) {
      return written;
    }
  }

  /** The same, to the minute: {@code 2026-11-23 13:00 UTC}. */
  public static String said(String text) {
    return said(text, UTC::format);
  }
}
