package io.switchboard.logs;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;

/** {@code %safeTrace}: the exception without secrets. */
public final class SafeTrace extends ThrowableProxyConverter {
  @Override
  protected String throwableProxyToString(IThrowableProxy thrown) {
    return Redaction.of(super.throwableProxyToString(thrown));
  }
}
