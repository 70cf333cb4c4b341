package io.switchboard.logs;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A line of text without secrets: time, level, who says it, in brackets the number of the question
 * that it is about, what is said; below it the exception.
 */
public final class SafeText extends EncoderBase<ILoggingEvent> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

  private final SafeMessage message = new SafeMessage();
  private final SafeTrace trace = new SafeTrace();

  @Override
  public void start() {
    trace.start();
    super.start();
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    StringBuilder line = new StringBuilder(200);
    TIME.formatTo(event.getInstant().atZone(ZoneId.systemDefault()), line);
    line.append(' ');
    padded(line, event.getLevel().toString(), 5);
    String name = event.getLoggerName();
    padded(line, name.substring(name.lastIndexOf('.') + 1), 12);
    String request = event.getMDCPropertyMap().getOrDefault("request", "");
    if (!request.isEmpty()) {
      line.append('[').append(request).append("] ");
    }
    line.append(message.convert(event)).append(System.lineSeparator());
    if (event.getThrowableProxy() != null) {
      line.append(trace.convert(event));
    }
    return line.toString().getBytes(UTF_8);
  }

  private static void padded(StringBuilder line, String word, int width) {
    line.append(word).repeat(' ', Math.max(0, width - word.length())).append(' ');
  }

  @Override
  public byte[] headerBytes() {
    return new byte[0];
  }

  @Override
  public byte[] footerBytes() {
    return new byte[0];
  }
}
