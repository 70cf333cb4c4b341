package io.switchboard.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** "ready in" counts from the start of the process, where the system tells it rightly. */
class ReadyInTest {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  @Test
  void aStartThatIsReckonedFrom1970IsNone() {
    assertThat(RunUntilStopped.isLately(NOW.minusSeconds(2), NOW)).isTrue();
    assertThat(RunUntilStopped.isLately(NOW.minusSeconds(1000), NOW)).isTrue();
    assertThat(RunUntilStopped.isLately(Instant.ofEpochSecond(70_000), NOW)).isFalse();
    assertThat(RunUntilStopped.isLately(NOW.plusSeconds(5), NOW)).isFalse();
  }
}
