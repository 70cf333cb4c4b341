package io.switchboard.logs;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * {@code %safeTrace}: the exception without secrets; in a line if its trace was told a moment ago.
 */
public final class SafeTrace extends ThrowableProxyConverter {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

  private final ToldTraces told = new ToldTraces();

  @Override
  public String convert(ILoggingEvent event) {
    IThrowableProxy thrown = event.getThrowableProxy();
    Instant before = thrown == null ? null : told.lately(event);
    if (thrown == null || before == null) {
      return super.convert(event);
    }
    IThrowableProxy root = ToldTraces.root(thrown);
    String why = root.getClassName() + ": " + root.getMessage();
    String line = why.lines().findFirst().orElse(why);
    return Redaction.of(
        "\t%s (its trace is at %s)%n"
            .formatted(line, TIME.format(before.atZone(ZoneId.systemDefault()))));
  }

  @Override
  protected String throwableProxyToString(IThrowableProxy thrown) {
    return Redaction.of(super.throwableProxyToString(thrown));
  }
}
