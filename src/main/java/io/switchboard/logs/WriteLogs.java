package io.switchboard.logs;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.List;

/**
 * What is logged goes to standard output, without secrets: as text, or with SWITCHBOARD_LOG=json as
 * a line of JSON each. Logback finds this by its service file; in code, because reading the same
 * from XML takes 500 more classes at each start. A file of Logback's own, named by {@code
 * logback.configurationFile} or found as {@code logback.xml} or {@code logback-test.xml}, counts
 * instead.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class WriteLogs extends ContextAwareBase implements Configurator {
  /** Named by Logback. */
  private static final String FILE = "logback.configurationFile";

  private static final List<String> QUIETER =
      List.of(
          "com.zaxxer", "org.flywaydb", "org.quartz", "net.dv8tion", "org.telegram", "io.helidon");

  /**
   * Our own rooms say plainly how polling, and the database, fare; these would add a stack trace
   * each time.
   */
  private static final List<String> SILENT =
      List.of(
          "org.telegram.telegrambots.longpolling.BotSession",
          "com.zaxxer.hikari.pool.ProxyConnection");

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    if (System.getProperty(FILE) != null || found("logback-test.xml") || found("logback.xml")) {
      return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }
    String format = System.getenv().getOrDefault("SWITCHBOARD_LOG", "text");
    Encoder<ILoggingEvent> lines = "json".equals(format) ? json() : new SafeText();
    lines.setContext(context);
    lines.start();
    ConsoleAppender<ILoggingEvent> out = new ConsoleAppender<>();
    out.setContext(context);
    out.setName("out");
    out.setEncoder(lines);
    out.start();
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    root.addAppender(out);
    QUIETER.forEach(name -> context.getLogger(name).setLevel(Level.WARN));
    SILENT.forEach(name -> context.getLogger(name).setLevel(Level.OFF));
    if (!List.of("text", "json", "").contains(format)) {
      root.warn("SWITCHBOARD_LOG is {}, but text or json was expected: text it is", format);
    }
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  private static boolean found(String file) {
    return WriteLogs.class.getClassLoader().getResource(file) != null;
  }

  private static SafeJson json() {
    SafeJson json = new SafeJson();
    json.setWithArguments(false);
    json.setWithMessage(false);
    json.setWithFormattedMessage(true);
    json.setWithSequenceNumber(false);
    json.setWithNanoseconds(false);
    json.setWithContext(false);
    return json;
  }
}
