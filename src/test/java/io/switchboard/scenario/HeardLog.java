package io.switchboard.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.switchboard.logs.SafeText;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** All that is logged by anybody at any level, as it would be written. */
final class HeardLog extends AppenderBase<ILoggingEvent> {
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final SafeText text = new SafeText();
  private Level before;

  /** Hears from now on; to be ended. */
  void begin() {
    before = root.getLevel();
    text.setContext(root.getLoggerContext());
    text.start();
    setContext(root.getLoggerContext());
    start();
    root.addAppender(this);
    root.setLevel(Level.DEBUG);
  }

  void end() {
    root.setLevel(before);
    root.detachAppender(this);
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  protected void append(ILoggingEvent event) {
    lines.add(new String(text.encode(event), UTF_8));
  }
}
