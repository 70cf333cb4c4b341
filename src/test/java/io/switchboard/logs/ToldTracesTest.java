package io.switchboard.logs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes wrong a thousand times fills no disk. */
class ToldTracesTest {
  private final SafeText lines = new SafeText();
  private Instant now = Instant.parse("2026-03-01T12:00:00Z");

  @BeforeEach
  void start() {
    lines.setContext(new LoggerContext());
    lines.start();
  }

  @Test
  void theTraceOfWhatComesAgainIsToldOnceAMinute() {
    Duration[] steps = {
      Duration.ZERO, Duration.ofSeconds(59), Duration.ofSeconds(1), Duration.ofHours(-1)
    };
    List<Boolean> whole = new ArrayList<>();
    for (Duration step : steps) {
      now = now.plus(step);
      for (int i = 0; i < 100; i++) {
        String told = told(full("No space left, Bearer abcdefghijklmnop " + i));
        assertThat(told).contains("No space left").doesNotContain("abcdefghijklmnop");
        if (i == 0) {
          whole.add(told.contains("\tat "));
        } else {
          assertThat(told.lines()).hasSize(2);
        }
      }
    }
    assertThat(whole).containsExactly(true, false, true, true);
  }

  @Test
  void whatComesFromElsewhereIsToldWhole() {
    assertThat(told(full("one"))).contains("\tat ");
    assertThat(told(new IllegalStateException("another"))).contains("\tat ");
    assertThat(told(new IllegalStateException("a third, from another place"))).contains("\tat ");
  }

  private static RuntimeException full(String why) {
    return new IllegalStateException("not kept", new IOException(why));
  }

  private String told(RuntimeException thrown) {
    LoggingEvent event = new LoggingEvent();
    event.setLevel(Level.ERROR);
    event.setLoggerName("db");
    event.setMessage("it was not kept");
    event.setInstant(now);
    event.setMDCPropertyMap(Map.of());
    event.setThrowableProxy(new ThrowableProxy(thrown));
    return new String(lines.encode(event), UTF_8);
  }
}
