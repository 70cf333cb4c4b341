package io.switchboard.house;

import org.junit.jupiter.api.extension.Extension;
import org.slf4j.LoggerFactory;

/**
 * Logging is there before any test: of several that began with it side by side, all but the first
 * would get a substitute, and a program that starts then finds no Logback.
 */
public final class LogFirst implements Extension {
  public LogFirst() {
    var _ = LoggerFactory.getILoggerFactory();
  }
}
