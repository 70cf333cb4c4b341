package io.switchboard.logs;

import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;

/** A line of JSON without secrets; an exception is told in its message. */
public final class SafeJson extends JsonEncoder {
  private final SafeMessage message = new SafeMessage();
  private final SafeTrace trace = new SafeTrace();

  @Override
  public void start() {
    trace.start();
    super.start();
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    LoggingEvent safe = new LoggingEvent();
    safe.setLevel(event.getLevel());
    safe.setLoggerName(event.getLoggerName());
    safe.setThreadName(event.getThreadName());
    safe.setInstant(event.getInstant());
    safe.setMDCPropertyMap(event.getMDCPropertyMap());
    String thrown = event.getThrowableProxy() == null ? "" : "\n" + trace.convert(event);
    safe.setMessage(message.convert(event) + thrown);
    return super.encode(safe);
  }
}
