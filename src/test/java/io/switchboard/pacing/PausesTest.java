package io.switchboard.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.message.Rate;
import io.switchboard.db.Database;
import io.switchboard.db.FreshDatabase;
import io.switchboard.pacing.Pauses.Pause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How long a platform wants no calls is known to the next process, too. */
class PausesTest {
  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {}

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {}

  abstract static class Cases implements FreshDatabase {
    private static final Rate GROUP = new Rate("telegram group:-1", 20, Duration.ofSeconds(60));
    private static final Rate CHAT = new Rate("telegram chat:-1", 1, Duration.ofSeconds(1));
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private Database database;

    @BeforeEach
    void start() {
      database = fresh();
    }

    @AfterEach
    void stop() {
      database.close();
    }

    /** As a process sees it that has just begun. */
    private Pauses pauses() {
      return new Pauses(database, () -> now);
    }

    private List<Duration> left() {
      return pauses().left().stream().map(Pause::left).toList();
    }

    @Test
    void aPauseOfMinutesIsKnownUntilItIsOver() {
      pauses().begin(GROUP, Duration.ofMinutes(10));
      now = now.plus(Duration.ofMinutes(4));
      assertThat(left()).containsExactly(Duration.ofMinutes(6));
      assertThat(pauses().left().getFirst().rate())
          .isEqualTo(new Rate(GROUP.bucket(), 1, GROUP.per()));
      now = now.plus(Duration.ofMinutes(6));
      assertThat(left()).isEmpty();
    }

    @Test
    void afterTheClockWasSetBackItIsNoLongerThanItWasAtFirst() {
      pauses().begin(GROUP, Duration.ofMinutes(10));
      now = now.minus(Duration.ofDays(1));
      assertThat(left()).containsExactly(Duration.ofMinutes(10));
    }

    @Test
    void eachRateHasItsNewestPause() {
      pauses().begin(GROUP, Duration.ofMinutes(10));
      pauses().begin(CHAT, Duration.ofSeconds(30));
      pauses().begin(GROUP, Duration.ofMinutes(2));
      assertThat(left()).containsExactlyInAnyOrder(Duration.ofMinutes(2), Duration.ofSeconds(30));
    }

    @Test
    void whatIsOverBeforeAProcessIsUpIsNotKept() {
      pauses().begin(CHAT, Duration.ofSeconds(1));
      assertThat(left()).isEmpty();
    }
  }
}
