package io.switchboard.logs;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/** Keeps what is logged, beside what the configuration of the log does with it. */
public final class CatchLogs extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private static final int LINES_OF_TRACE = 12;

  private final RecentLogs logs = new RecentLogs();
  private final Logger root;

  private CatchLogs(Logger root) {
    this.root = root;
  }

  /** Begins to keep. */
  public static CatchLogs begin() {
    if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
      throw new IllegalStateException("logging does not go through Logback");
    }
    CatchLogs catching = new CatchLogs(context.getLogger(Logger.ROOT_LOGGER_NAME));
    catching.setContext(context);
    catching.start();
    catching.root.addAppender(catching);
    return catching;
  }

  /** What is kept. */
  public RecentLogs logs() {
    return logs;
  }

  @Override
  protected void append(ILoggingEvent event) {
    String name = event.getLoggerName();
    IThrowableProxy thrown = event.getThrowableProxy();
    String text = event.getFormattedMessage();
    if (thrown != null) {
      text += "\n" + ThrowableProxyUtil.asString(thrown);
    }
    logs.add(
        event.getInstant(),
        level(event.getLevel()),
        name.substring(name.lastIndexOf('.') + 1),
        Redaction.lines(text, LINES_OF_TRACE),
        RecentLogs.QUIET.equals(event.getThreadName()));
  }

  private static LogLevel level(Level level) {
    return switch (level.toInt()) {
      case Level.ERROR_INT -> LogLevel.ERROR;
      case Level.WARN_INT -> LogLevel.WARN;
      case Level.INFO_INT -> LogLevel.INFO;
      default -> LogLevel.DEBUG;
    };
  }

  /** Keeps nothing any more. */
  @Override
  public void close() {
    root.detachAppender(this);
    stop();
  }
}
